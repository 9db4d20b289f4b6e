// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchDelta.h"

#include "Compose/Sound/BasicShapes.h"
#include "Patch/MacroSlots.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
Failure unknownAddress (const std::string& address) { return { "There is no \"" + address + "\" in a patch.", address }; }

Failure unfit (const std::string& address) { return { "What was to stand at \"" + address + "\" does not fit there.", address }; }

/** The number after the stroke of "slots/12", less one, where it is below `count`. */
std::optional<int> memberIn (std::string_view address, std::string_view family, int count)
{
    if (! address.starts_with (family))
        return {};

    const auto digits = address.substr (family.size());
    int number = 0;
    const auto [end, fault] = std::from_chars (digits.data(), digits.data() + digits.size(), number);
    return fault == std::errc() && end == digits.data() + digits.size() && number >= 1 && number <= count ? std::optional (number - 1) : std::nullopt;
}

std::optional<double> numberIn (const Value& value)
{
    if (const auto* whole = value.as<std::int64_t>())
        return static_cast<double> (*whole);

    const auto* real = value.as<double>();
    return real != nullptr && std::isfinite (*real) ? std::optional (*real) : std::nullopt;
}

std::optional<std::string> textIn (const Value& value)
{
    const auto* text = value.as<std::string>();
    return text != nullptr ? std::optional (*text) : std::nullopt;
}

std::optional<Control> controlIn (const std::string& address) { return controlNamed (address); }

bool setControl (PatchSpec& patch, Control control, const Value& to)
{
    const auto number = numberIn (to);
    const auto& info = infoOf (control);

    if (! number || *number < info.least || *number > info.greatest)
        return false;

    patch.values[control] = static_cast<float> (*number);
    return true;
}

Value slotAt (const PatchSpec& patch, int index)
{
    const auto& slot = patch.slots[static_cast<std::size_t> (index)];

    if (! slot.source || ! slot.destination)
        return {};

    const auto number = [&] (Control first) { return static_cast<double> (patch.values[member (first, index)]); };
    Value::Parts parts { { "source", std::string (nameOf (*slot.source)) }, { "destination", std::string (infoOf (*slot.destination).id) }, { "amount", number (Control::modulation_1_amount) }, { "bipolar", patch.values.isOn (member (Control::modulation_1_bipolar, index)) } };

    if (number (Control::modulation_1_power) != 0)
        parts.emplace ("power", number (Control::modulation_1_power));

    if (patch.values.isOn (member (Control::modulation_1_stereo, index)))
        parts.emplace ("stereo", true);

    return parts;
}

bool setSlot (PatchSpec& patch, int index, const Value& to)
{
    if (to.isNothing())
    {
        clearSlot (patch, index);
        return true;
    }

    const auto part = [&to] (const char* name) { return to.part (name) != nullptr ? *to.part (name) : Value(); };
    const auto source = patchSourceNamed (textIn (part ("source")).value_or (""));
    const auto destination = controlNamed (textIn (part ("destination")).value_or (""));
    const auto amount = numberIn (part ("amount"));
    const auto power = numberIn (part ("power")).value_or (0);

    if (! source || ! destination || infoOf (*destination).reach == Reach::no || ! amount || std::abs (*amount) > 1 || std::abs (power) > 10)
        return false;

    const auto isTrue = [&] (const char* name) { const auto value = part (name); return value.as<bool>() != nullptr && *value.as<bool>(); };
    clearSlot (patch, index);
    auto& slot = patch.slots[static_cast<std::size_t> (index)];
    slot.source = source;
    slot.destination = destination;
    patch.values[member (Control::modulation_1_amount, index)] = static_cast<float> (*amount);
    patch.values[member (Control::modulation_1_power, index)] = static_cast<float> (power);
    patch.values[member (Control::modulation_1_bipolar, index)] = isTrue ("bipolar");
    patch.values[member (Control::modulation_1_stereo, index)] = isTrue ("stereo");
    return true;
}

/** The name under which a shape is known; nothing: it has none. */
template <typename Shape, typename Make>
Value nameIn (const Shape& shape, std::span<const std::string_view> names, Make make)
{
    for (const auto name : names)
        if (make (name) == shape)
            return std::string (name);

    return {};
}

template <typename Shape, typename Make>
bool setShape (Shape& shape, const Value& to, Make make)
{
    const auto made = make (textIn (to).value_or (""));

    if (made)
        shape = *made;

    return made.has_value();
}

Value macroAt (const PatchMacro& macro) { return Value::Parts { { "name", macro.name }, { "role", macro.role }, { "value", macro.value } }; }

bool setMacro (PatchSpec& patch, int index, const Value& to)
{
    const auto part = [&to] (const char* name) { return to.part (name) != nullptr ? *to.part (name) : Value(); };
    const auto name = textIn (part ("name")), role = textIn (part ("role"));
    const auto value = numberIn (part ("value"));

    if (! name || ! role || ! value || *value < 0 || *value > 1 || name->size() > 200 || role->size() > 200)
        return false;

    patch.macros[static_cast<std::size_t> (index)] = { *name, *role, *value };

    if (index < patch::vitalMacros)
        patch.values[member (Control::macro_control_1, index)] = static_cast<float> (*value);

    return true;
}

constexpr auto whiteNoise = "white noise";
} // namespace

Result<Value> valueAt (const PatchSpec& patch, const std::string& address)
{
    if (const auto control = controlIn (address))
        return Value (static_cast<double> (patch.values[*control]));

    if (const auto slot = memberIn (address, "slots/", patch::slots))
        return slotAt (patch, *slot);

    if (const auto wave = memberIn (address, "waves/", patch::oscillators))
        return nameIn (patch.wavetables[static_cast<std::size_t> (*wave)], basicWaveNames(), basicWave);

    if (const auto line = memberIn (address, "lines/", patch::lfos))
        return nameIn (patch.lfos[static_cast<std::size_t> (*line)], basicLineNames(), basicLine);

    if (const auto macro = memberIn (address, "macros/", PatchSpec::macroCount))
        return macroAt (patch.macros[static_cast<std::size_t> (*macro)]);

    if (address == "sample")
        return patch.sample == PatchSample::whiteNoise() ? Value (whiteNoise) : Value();

    return unknownAddress (address);
}

Result<Done> apply (PatchSpec& patch, const PatchDelta& delta)
{
    const auto& address = delta.address;
    const auto said = [&] (bool fits) { return fits ? Result<Done> (Done()) : Result<Done> (unfit (address)); };

    if (const auto control = controlIn (address))
        return said (setControl (patch, *control, delta.to));

    if (const auto slot = memberIn (address, "slots/", patch::slots))
        return said (setSlot (patch, *slot, delta.to));

    if (const auto wave = memberIn (address, "waves/", patch::oscillators))
        return said (setShape (patch.wavetables[static_cast<std::size_t> (*wave)], delta.to, basicWave));

    if (const auto line = memberIn (address, "lines/", patch::lfos))
        return said (setShape (patch.lfos[static_cast<std::size_t> (*line)], delta.to, basicLine));

    if (const auto macro = memberIn (address, "macros/", PatchSpec::macroCount))
        return said (setMacro (patch, *macro, delta.to));

    if (address != "sample")
        return unknownAddress (address);

    if (textIn (delta.to) != whiteNoise)
        return unfit (address);

    patch.sample = PatchSample::whiteNoise();
    return Done();
}

std::vector<PatchDelta> differences (const PatchSpec& from, const PatchSpec& to, const std::string& why)
{
    std::vector<PatchDelta> all;
    const auto compare = [&] (const std::string& address) {
        const auto before = valueAt (from, address), now = valueAt (to, address);

        if (before && now && *before != *now)
            all.push_back ({ address, *before, *now, why, {} });
    };

    for (int i = 0; i < controlCount; ++i)
        if (const auto control = static_cast<Control> (i); ! isOfASlot (control) && from.values[control] != to.values[control])
            compare (std::string (infoOf (control).id));

    for (int i = 1; i <= patch::slots; ++i)
        compare ("slots/" + std::to_string (i));

    for (int i = 1; i <= patch::oscillators; ++i)
        if (from.wavetables[static_cast<std::size_t> (i - 1)] != to.wavetables[static_cast<std::size_t> (i - 1)])
            compare ("waves/" + std::to_string (i));

    for (int i = 1; i <= patch::lfos; ++i)
        if (from.lfos[static_cast<std::size_t> (i - 1)] != to.lfos[static_cast<std::size_t> (i - 1)])
            compare ("lines/" + std::to_string (i));

    if (from.sample != to.sample)
        compare ("sample");

    std::erase_if (all, [] (const PatchDelta& delta) { return delta.to.isNothing() && ! delta.address.starts_with ("slots/"); });
    return all;
}

void append (std::vector<PatchDelta>& all, const std::vector<PatchDelta>& more)
{
    for (auto delta : more)
    {
        const auto earlier = std::ranges::find (all, delta.address, &PatchDelta::address);

        if (earlier == all.end())
        {
            all.push_back (std::move (delta));
            continue;
        }

        delta.from = earlier->from;
        all.erase (earlier);

        if (delta.from != delta.to)
            all.push_back (std::move (delta));
    }
}

Value toValue (const PatchDelta& delta)
{
    Value::Parts parts { { "address", delta.address }, { "from", delta.from }, { "to", delta.to }, { "why", delta.why } };

    if (! delta.cause.empty())
        parts.emplace ("cause", delta.cause);

    return parts;
}

Result<PatchDelta> deltaFrom (const Value& value)
{
    constexpr std::size_t longest = 1'000;
    const auto text = [&] (const char* name) { return value.part (name) != nullptr ? textIn (*value.part (name)) : std::nullopt; };
    const auto address = text ("address"), why = text ("why");

    if (! address || ! why || why->size() > longest || address->size() > longest)
        return Failure { "A difference of a patch is not written as it should be.", {} };

    PatchDelta delta { *address, {}, {}, *why, text ("cause").value_or ("").substr (0, longest) };

    if (const auto* from = value.part ("from"))
        delta.from = *from;

    if (const auto* to = value.part ("to"))
        delta.to = *to;

    PatchSpec probe;

    if (const auto fits = apply (probe, delta); ! fits)
        return fits.failure();

    return delta;
}

} // namespace athanor
