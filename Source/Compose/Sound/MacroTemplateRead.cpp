// SPDX-License-Identifier: GPL-3.0-or-later
// Reads templates from data, and says what is wrong with their parts.
#include "Compose/Sound/BasicShapes.h"
#include "Compose/Sound/MacroTemplate.h"
#include "Core/Text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace athanor
{

namespace
{
constexpr std::size_t mostFaults = 100, longestName = 40, longestSentence = 200, longestTag = 24;

std::string shortNumber (double number)
{
    std::array<char, 32> text {};
    return { text.data(), std::to_chars (text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr };
}

bool isWord (std::string_view text, std::size_t longest)
{
    const auto isLetter = [] (char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return ! text.empty() && text.size() <= longest && std::ranges::all_of (text, isLetter) && text.front() != '-' && text.back() != '-';
}

std::size_t charactersOf (std::string_view text)
{
    return static_cast<std::size_t> (std::ranges::count_if (text, [] (char c) { return (static_cast<unsigned char> (c) & 0xc0) != 0x80; }));
}

/** Where a control is, out of a number that stands there: whole where it is a choice. */
struct Limits
{
    double low, high;
    bool isWhole = false;
};

Limits limitsOf (Control control)
{
    const auto& info = infoOf (control);
    return { static_cast<double> (info.least), static_cast<double> (info.greatest), info.scale == ControlScale::indexed };
}

//==============================================================================
class Reader
{
public:
    explicit Reader (TemplateReading& r) : reading (r), made (r.made) {}

    void read (const Value& value)
    {
        const auto* parts = partsAt ("", value, { "schema_version", "id", "name", "category", "version", "description", "tags", "defaults", "waves", "lines", "slots", "roles" });

        if (parts == nullptr)
            return;

        readHead (*parts);
        each ("tags", part (*parts, "tags"), MacroTemplate::mostTags, [&] (const auto& at, const Value& tag) { readTag (at, tag); });
        named (*parts, "defaults", static_cast<std::size_t> (controlCount), [&] (const auto& at, const auto& name, const Value& number) { readDefault (at, name, number); });
        named (*parts, "waves", patch::oscillators, [&] (const auto& at, const auto& name, const Value& wave) { readShape (at, name, wave, patch::oscillators, basicWaveNames(), made.waves); });
        named (*parts, "lines", patch::lfos, [&] (const auto& at, const auto& name, const Value& line) { readShape (at, name, line, patch::lfos, basicLineNames(), made.lines); });
        each ("slots", part (*parts, "slots"), MacroTemplate::mostSlots, [&] (const auto& at, const Value& slot) { readSlot (at, slot); });

        const auto* roles = part (*parts, "roles");

        if (const auto* list = roles != nullptr ? roles->as<Value::List>() : nullptr; list == nullptr || list->size() != macroRoles.size())
            add ("roles", "There should be eight roles.");
        else
            for (std::size_t i = 0; i < list->size(); ++i)
                readRole ("roles/" + std::to_string (i), (*list)[i], i);
    }

    void add (std::string path, std::string sentence)
    {
        if (reading.faults.size() < mostFaults)
            reading.faults.push_back ({ std::move (path), std::move (sentence) });
    }

private:
    //==============================================================================
    const Value::Parts* partsAt (const std::string& path, const Value& value, std::initializer_list<std::string_view> known)
    {
        const auto* parts = value.as<Value::Parts>();

        if (parts == nullptr)
        {
            add (path, "Here named parts were expected.");
            return nullptr;
        }

        for (const auto& [name, ignored] : *parts)
            if (std::ranges::find (known, name) == known.end())
                add (under (path, shortened (validUtf8 (name), longestName)), "There is no such part.");

        return parts;
    }

    static std::string under (const std::string& path, const std::string& name) { return path.empty() ? name : path + "/" + name; }

    static const Value* part (const Value::Parts& parts, const char* name)
    {
        const auto found = parts.find (name);
        return found == parts.end() || found->second.isNothing() ? nullptr : &found->second;
    }

    template <typename Read>
    void each (const std::string& path, const Value* value, std::size_t most, Read&& read)
    {
        if (value == nullptr)
            return;

        const auto* list = value->as<Value::List>();

        if (list == nullptr || list->size() > most)
            return add (path, "This should be a list of at most " + std::to_string (most) + ".");

        for (std::size_t i = 0; i < list->size(); ++i)
            read (under (path, std::to_string (i)), (*list)[i]);
    }

    template <typename Read>
    void named (const Value::Parts& parts, const char* name, std::size_t most, Read&& read)
    {
        const auto* value = part (parts, name);

        if (value == nullptr)
            return;

        const auto* inner = value->as<Value::Parts>();

        if (inner == nullptr || inner->size() > most)
            return add (name, "Here at most " + std::to_string (most) + " named parts were expected.");

        for (const auto& [key, each] : *inner)
            read (under (name, shortened (validUtf8 (key), longestName)), key, each);
    }

    /** Nothing: it was no number within the limits, and that was said. */
    std::optional<double> number (const std::string& path, const Value* value, Limits limits)
    {
        const auto* whole = value != nullptr ? value->as<std::int64_t>() : nullptr;
        const auto* real = value != nullptr ? value->as<double>() : nullptr;
        const auto number = whole != nullptr ? static_cast<double> (*whole) : real != nullptr ? *real
                                                                                              : 0.0;

        if (value == nullptr)
            add (path, "This part is missing.");
        else if (whole == nullptr && real == nullptr)
            add (path, "This should be a number.");
        else if (! (number >= limits.low && number <= limits.high)) // also refuses what is no number
            add (path, "This should lie between " + shortNumber (limits.low) + " and " + shortNumber (limits.high) + ".");
        else if (limits.isWhole && std::floor (number) < number)
            add (path, "This should be a whole number.");
        else
            return number;

        return {};
    }

    std::string text (const std::string& path, const Value* value, std::size_t longest)
    {
        const auto* text = value != nullptr ? value->as<std::string>() : nullptr;
        const auto isControl = [] (char c) { return static_cast<unsigned char> (c) < 0x20 || c == 0x7f; };

        if (value == nullptr)
            add (path, "This part is missing.");
        else if (text == nullptr || text->empty() || text->size() > 4 * longest || charactersOf (*text) > longest)
            add (path, "This should be a text of 1 to " + std::to_string (longest) + " characters.");
        else if (! isUtf8 (*text) || std::ranges::any_of (*text, isControl))
            add (path, "This text has characters that no text has.");
        else
            return *text;

        return {};
    }

    void sentence (const std::string& path, const Value* value, std::string& into)
    {
        into = text (path, value, longestSentence);

        if (! into.empty() && ! into.ends_with ('.'))
            add (path, "This should be a sentence, with a full stop.");
    }

    std::optional<Control> control (const std::string& path, const Value* value)
    {
        const auto name = text (path, value, longestName);
        const auto found = controlNamed (name);

        if (! name.empty() && ! found)
            add (path, "There is no control of this name.");

        return found;
    }

    template <typename Choice>
    std::optional<Choice> choice (const std::string& path, const Value* value)
    {
        const auto name = text (path, value, longestName);
        const auto found = choiceNamed<Choice> (name);

        if (! name.empty() && ! found)
            add (path, "This is none of the names that can stand here.");

        return found;
    }

    //==============================================================================
    void readHead (const Value::Parts& parts)
    {
        number ("schema_version", part (parts, "schema_version"), { MacroTemplate::schemaVersion, MacroTemplate::schemaVersion, true });
        made.id = text ("id", part (parts, "id"), longestName);
        made.name = text ("name", part (parts, "name"), longestName);
        made.category = choice<SoundCategory> ("category", part (parts, "category")).value_or (made.category);
        made.version = static_cast<int> (number ("version", part (parts, "version"), { 1, 1e6, true }).value_or (1));
        sentence ("description", part (parts, "description"), made.description);

        if (! made.id.empty() && ! isWord (made.id, longestName))
            add ("id", "An id has lower-case letters, digits and hyphens.");
    }

    void readTag (const std::string& at, const Value& value)
    {
        const auto tag = text (at, &value, longestTag);

        if (tag.empty())
            return;

        if (! isWord (tag, longestTag))
            add (at, "A tag has lower-case letters, digits and hyphens.");
        else if (std::ranges::find (made.tags, tag) != made.tags.end())
            add (at, "This tag stands twice.");
        else
            made.tags.push_back (tag);
    }

    void readDefault (const std::string& at, const std::string& name, const Value& value)
    {
        const auto found = controlNamed (name);

        if (! found)
            return add (at, "There is no control of this name.");

        if (name.starts_with ("modulation_") || name.starts_with ("macro_control_"))
            return add (at, "What a modulation or a macro has is said by the slots and the roles.");

        if (const auto given = number (at, &value, limitsOf (*found)))
            made.defaults[*found] = *given;
    }

    void readShape (const std::string& at, const std::string& name, const Value& value, int most, std::span<const std::string_view> known, std::map<int, std::string>& into)
    {
        const auto shape = text (at, &value, longestName);

        if (name.size() != 1 || name[0] < '1' || name[0] > '0' + most)
            add (at, "Here a number from 1 to " + std::to_string (most) + " was expected.");
        else if (! shape.empty() && std::ranges::find (known, shape) == known.end())
            add (at, "There is no shape of this name.");
        else if (! shape.empty())
            into[name[0] - '1'] = shape;
    }

    void readSlot (const std::string& at, const Value& value)
    {
        const auto* parts = partsAt (at, value, { "source", "destination", "amount", "bipolar" });
        made.slots.emplace_back(); // in any case, so that the numbers of the others stay

        if (parts == nullptr)
            return;

        auto& slot = made.slots.back();
        const auto source = text (at + "/source", part (*parts, "source"), longestName);
        const auto found = patchSourceNamed (source);

        if (! source.empty() && (! found || source.starts_with ("macro_control_")))
            add (at + "/source", "There is no such source, or it is one of the macros, which the roles connect.");

        slot.source = found.value_or (slot.source);

        if (const auto destination = control (at + "/destination", part (*parts, "destination")))
        {
            slot.destination = *destination;

            if (infoOf (*destination).reach == Reach::no)
                add (at + "/destination", std::string (infoOf (*destination).name) + " cannot be modulated.");
        }

        slot.amount = number (at + "/amount", part (*parts, "amount"), { -1, 1 }).value_or (0);

        if (const auto* bipolar = part (*parts, "bipolar"))
        {
            if (const auto* is = bipolar->as<bool>())
                slot.isBipolar = *is;
            else
                add (at + "/bipolar", "This should be true or false.");
        }
    }

    void readRole (const std::string& at, const Value& value, std::size_t index)
    {
        const auto* parts = partsAt (at, value, { "id", "label", "does", "initial", "targets", "conflicts" });

        if (parts == nullptr)
            return;

        auto& role = made.roles[index];
        role.id = text (at + "/id", part (*parts, "id"), longestName);
        role.label = text (at + "/label", part (*parts, "label"), MacroTemplate::longestLabel);
        sentence (at + "/does", part (*parts, "does"), role.does);
        role.initial = number (at + "/initial", part (*parts, "initial"), { 0, 1 }).value_or (0);

        if (! role.id.empty() && role.id != macroRoles[index])
            add (at + "/id", "Here the role \"" + std::string (macroRoles[index]) + "\" was expected.");

        each (at + "/targets", part (*parts, "targets"), MacroTemplate::mostTargets, [&] (const auto& path, const Value& target) { readTarget (path, target, role); });
        each (at + "/conflicts", part (*parts, "conflicts"), choiceNames<SoundFeature>.size(), [&] (const auto& path, const Value& feature) {
            if (const auto found = choice<SoundFeature> (path, &feature))
                role.conflicts.push_back (*found);
        });
    }

    void readTarget (const std::string& at, const Value& value, MacroRole& role)
    {
        const auto* parts = partsAt (at, value, { "control", "from", "to", "power", "needs" });
        RoleTarget target;

        if (parts == nullptr)
            return;

        const auto found = control (at + "/control", part (*parts, "control"));

        if (! found)
            return;

        target.control = *found;
        target.from = number (at + "/from", part (*parts, "from"), limitsOf (*found)).value_or (0);
        target.to = number (at + "/to", part (*parts, "to"), limitsOf (*found)).value_or (0);

        if (const auto* power = part (*parts, "power"))
            target.power = number (at + "/power", power, { -10, 10 }).value_or (0);

        each (at + "/needs", part (*parts, "needs"), 4, [&] (const auto& path, const Value& name) {
            if (const auto needed = control (path, &name))
            {
                target.needs.push_back (*needed);

                if (! infoOf (*needed).id.ends_with ("_on"))
                    add (path, "Only a switch can be needed.");
            }
        });

        role.targets.push_back (std::move (target));
    }

    TemplateReading& reading;
    MacroTemplate& made;
};
} // namespace

TemplateReading readTemplate (const Value& value)
{
    TemplateReading reading;
    Reader reader (reading);
    reader.read (value);

    if (reading.faults.empty())
        for (auto& fault : faultsOf (reading.made))
            reader.add (std::move (fault.path), std::move (fault.sentence));

    return reading;
}

} // namespace athanor
