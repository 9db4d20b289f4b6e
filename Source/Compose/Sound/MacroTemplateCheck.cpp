// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a template as a whole: what none of its parts can say of itself.
#include "Compose/Sound/MacroTemplate.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace athanor
{

namespace
{
/** Whether a control is that of a slot which the template leaves empty: the knobs will have it. */
bool isOfEmptySlot (const MacroTemplate& made, Control control)
{
    return infoOf (control).id.starts_with ("modulation_") && control >= member (Control::modulation_1_amount, static_cast<int> (made.slots.size()));
}

class Check
{
public:
    explicit Check (const MacroTemplate& m) : made (m), patch (patchOf (m)) {}

    std::vector<TemplateFault> run()
    {
        if (! patch.values.isOn (Control::osc_1_on) && ! patch.values.isOn (Control::osc_2_on) && ! patch.values.isOn (Control::osc_3_on) && ! patch.values.isOn (Control::sample_on))
            add ("defaults", "Nothing of this sounds: all oscillators and the sample are off.");

        if (std::ranges::none_of (patch.slots, [] (const PatchSlot& slot) { return slot == PatchSlot(); }))
            add ("roles", "Slots and targets together are more than the modulations there are.");

        for (std::size_t i = 0; i < made.slots.size(); ++i)
            checkSlot ("slots/" + std::to_string (i) + "/destination", static_cast<int> (i));

        for (std::size_t i = 0; i < made.roles.size(); ++i)
            checkRole ("roles/" + std::to_string (i), made.roles[i]);

        return std::move (faults);
    }

private:
    void add (std::string path, std::string sentence) { faults.push_back ({ std::move (path), std::move (sentence) }); }

    void checkSlot (const std::string& at, int index)
    {
        const auto destination = made.slots[static_cast<std::size_t> (index)].destination;

        if (destination == member (Control::modulation_1_amount, index) || destination == member (Control::modulation_1_power, index))
            add (at, "This modulation moves itself.");
        else if (isOfEmptySlot (made, destination) || ! counts (patch, { destination, 0, 0, 0, {} }))
            add (at, "This modulation would not be heard: what it moves is off.");
    }

    void checkRole (const std::string& at, const MacroRole& role)
    {
        bool isHeard = false;

        if (! role.label.empty() && ! labels.insert (role.label).second)
            add (at + "/label", "This label stands twice.");

        for (std::size_t i = 0; i < role.targets.size(); ++i)
            isHeard |= checkTarget (at + "/targets/" + std::to_string (i), role.targets[i]);

        if (! isHeard)
            add (at + "/targets", "Nothing of this role would be heard.");
    }

    /** @returns whether it would be heard. */
    bool checkTarget (const std::string& at, const RoleTarget& target)
    {
        const auto isThere = ! isOfEmptySlot (made, target.control) && counts (patch, target);

        if (infoOf (target.control).reach == Reach::no)
            add (at + "/control", std::string (infoOf (target.control).name) + " cannot be moved by a knob.");
        else if (! moved.insert (target.control).second)
            add (at + "/control", "Another role moves this control already.");
        else if (made.defaults.contains (target.control))
            add (at + "/control", "This control stands among the defaults, too; the knob says where it is.");
        else if (! isThere && target.needs.empty())
            add (at + "/control", "This would not be heard: its part is off.");

        if (! (std::abs (target.to - target.from) > 1e-9))
            add (at + "/to", "This is no way to go: it ends where it begins.");

        return isThere;
    }

    const MacroTemplate& made;
    const PatchSpec patch;
    std::vector<TemplateFault> faults;
    std::set<std::string> labels;
    std::set<Control> moved;
};
} // namespace

std::vector<TemplateFault> faultsOf (const MacroTemplate& made) { return Check (made).run(); }

} // namespace athanor
