// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/IntentValue.h"

#include "Compose/Intent/IntentParts.h"
#include "Core/Text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace athanor
{

namespace
{
using namespace intentParts;

//==============================================================================
struct Writer
{
    Value::Parts parts;

    template <typename Number>
    void number (const char* name, const Number& number, Range)
    {
        if constexpr (Inner<Number>::isOptional)
        {
            if (number)
                parts[name] = *number;
        }
        else
            parts[name] = number;
    }

    void truth (const char* name, bool is) { parts[name] = is; }

    template <typename Choice>
    void choice (const char* name, Choice choice)
    {
        parts[name] = std::string (nameOf (choice));
    }

    void text (const char* name, const std::string& text) { parts[name] = text; }

    template <typename Choice>
    void choices (const char* name, const std::vector<Choice>& all)
    {
        Value::List list;

        for (const auto choice : all)
            list.emplace_back (std::string (nameOf (choice)));

        parts[name] = std::move (list);
    }

    void texts (const char* name, const std::vector<std::string>& all) { parts[name] = Value::List (all.begin(), all.end()); }

    template <typename Item>
    void list (const char* name, std::vector<Item>& items)
    {
        Value::List list;

        for (auto& item : items)
            list.push_back (written (item));

        parts[name] = std::move (list);
    }

    template <typename Group>
    void group (const char* name, Group& group)
    {
        if constexpr (Inner<Group>::isOptional)
        {
            if (group)
                parts[name] = written (*group);
        }
        else
            parts[name] = written (group);
    }

    template <typename Item>
    static Value written (Item& item)
    {
        Writer writer;
        describe (writer, item);
        return std::move (writer.parts);
    }
};

std::string shortNumber (double number)
{
    std::array<char, 32> text {};
    return { text.data(), std::to_chars (text.data(), text.data() + text.size(), number, std::chars_format::general, 6).ptr };
}

//==============================================================================
class Reader
{
public:
    Reader (std::vector<IntentFault>& f, const Value& v, std::string p) : faults (f), path (std::move (p)), parts (v.as<Value::Parts>())
    {
        if (parts == nullptr)
            add ("", "Here named parts were expected.");
    }

    /** After all parts were asked for: whatever else there is. */
    void finish()
    {
        if (parts != nullptr)
            for (const auto& [name, value] : *parts)
                if (std::find (known.begin(), known.end(), name) == known.end())
                    add (shortened (validUtf8 (name), 40), "There is no such part.");
    }

    template <typename Number>
    void number (const char* name, Number& into, Range range)
    {
        const auto* value = find (name);

        if (value == nullptr)
            return;

        const auto* whole = value->as<std::int64_t>();
        const auto* real = value->as<double>();

        if (whole == nullptr && real == nullptr)
            return add (name, "This should be a number.");

        const auto number = whole != nullptr ? static_cast<double> (*whole) : *real;

        if (! (number >= range.low && number <= range.high)) // also refuses what is no number
            return add (name, "This should lie between " + shortNumber (range.low) + " and " + shortNumber (range.high) + ".");

        if (std::is_integral_v<Plain<Number>> && std::floor (number) < number)
            return add (name, "This should be a whole number.");

        into = static_cast<Plain<Number>> (number);
    }

    void truth (const char* name, bool& into)
    {
        if (const auto* value = find (name))
        {
            if (const auto* is = value->as<bool>())
                into = *is;
            else
                add (name, "This should be true or false.");
        }
    }

    template <typename Choice>
    void choice (const char* name, Choice& into)
    {
        if (const auto* value = find (name))
            readChoice (name, *value, into);
        else if (parts != nullptr)
            add (name, "This part is missing.");
    }

    void text (const char* name, std::string& into)
    {
        if (const auto* value = find (name))
            readText (name, *value, into);
    }

    template <typename Choice>
    void choices (const char* name, std::vector<Choice>& into)
    {
        each (name, [&] (const std::string& at, const Value& value) {
            Choice choice {};

            if (readChoice (at, value, choice))
            {
                if (std::find (into.begin(), into.end(), choice) != into.end())
                    add (at, "This is named twice.");
                else
                    into.push_back (choice);
            }
        });
    }

    void texts (const char* name, std::vector<std::string>& into)
    {
        each (name, [&] (const std::string& at, const Value& value) {
            if (std::string text; readText (at, value, text))
                into.push_back (std::move (text));
        });
    }

    template <typename Item>
    void list (const char* name, std::vector<Item>& into)
    {
        each (name, [&] (const std::string& at, const Value& value) {
            Item item;
            readGroup (at, value, item);
            into.push_back (std::move (item));
        });
    }

    template <typename Group>
    void group (const char* name, Group& into)
    {
        if (const auto* value = find (name))
        {
            Plain<Group> group;
            readGroup (name, *value, group);
            into = group;
        }
    }

    void add (const std::string& name, std::string sentence)
    {
        if (faults.size() < 100)
            faults.push_back ({ path + (path.empty() || name.empty() ? "" : "/") + name, std::move (sentence) });
    }

private:
    /** Null: not said. */
    const Value* find (const char* name)
    {
        known.emplace_back (name);
        const auto found = parts != nullptr ? parts->find (name) : Value::Parts::const_iterator {};
        return parts == nullptr || found == parts->end() || found->second.isNothing() ? nullptr : &found->second;
    }

    template <typename Read>
    void each (const char* name, Read&& read)
    {
        const auto* value = find (name);

        if (value == nullptr)
            return;

        const auto* items = value->as<Value::List>();

        if (items == nullptr)
            return add (name, "This should be a list.");

        if (items->size() > static_cast<std::size_t> (SoundIntent::mostItems))
            return add (name, "This list should have at most " + std::to_string (SoundIntent::mostItems) + " entries.");

        for (std::size_t i = 0; i < items->size(); ++i)
            read (name + ("/" + std::to_string (i)), (*items)[i]);
    }

    template <typename Item>
    void readGroup (const std::string& at, const Value& value, Item& item)
    {
        Reader inside (faults, value, path.empty() ? at : path + "/" + at);
        describe (inside, item);
        inside.finish();
    }

    template <typename Choice>
    bool readChoice (const std::string& at, const Value& value, Choice& into)
    {
        const auto* name = value.as<std::string>();
        const auto found = name != nullptr ? choiceNamed<Choice> (*name) : std::nullopt;

        if (! found)
            add (at, "This is none of the names that can stand here.");

        into = found.value_or (into);
        return found.has_value();
    }

    bool readText (const std::string& at, const Value& value, std::string& into)
    {
        const auto* text = value.as<std::string>();
        const auto isControl = [] (char c) { return static_cast<unsigned char> (c) < 0x20 || c == 0x7f; };

        if (text == nullptr)
            add (at, "This should be a text.");
        else if (text->size() > static_cast<std::size_t> (SoundIntent::longestText))
            add (at, "This text should have at most " + std::to_string (SoundIntent::longestText) + " bytes.");
        else if (! isUtf8 (*text) || std::any_of (text->begin(), text->end(), isControl))
            add (at, "This text has characters that no text has.");
        else
        {
            into = *text;
            return true;
        }

        return false;
    }

    std::vector<IntentFault>& faults;
    const std::string path;
    const Value::Parts* parts;
    std::vector<std::string_view> known;
};

//==============================================================================
bool isGenre (const std::string& text)
{
    return ! text.empty() && text.size() <= 32 && std::all_of (text.begin(), text.end(), [] (char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/** What no part can say of itself. */
void checkTogether (IntentReading& reading)
{
    const auto& intent = reading.intent;
    const auto add = [&] (const char* list, std::size_t index, const char* part, const char* sentence) {
        if (reading.faults.size() < 100)
            reading.faults.push_back ({ list + ("/" + std::to_string (index)) + part, sentence });
    };

    for (std::size_t i = 0; i < intent.genres.size(); ++i)
        if (! isGenre (intent.genres[i]))
            add ("genres", i, "", "A genre has lower-case letters, digits and hyphens, at most 32 of them.");

    for (std::size_t i = 0; i < intent.movements.size(); ++i)
        if (intent.movements[i].hertz && intent.movements[i].beats)
            add ("movements", i, "/beats", "A movement is either in hertz or in beats.");

    for (std::size_t i = 0; i < intent.trace.size(); ++i)
        if (intent.trace[i].begin > intent.trace[i].end)
            add ("trace", i, "/end", "This ends before it begins.");

    for (std::size_t i = 0; i < intent.exclusions.size(); ++i)
        if (intent.wants (intent.exclusions[i]))
            add ("exclusions", i, "", "This is both wanted and excluded.");
}
} // namespace

Value toValue (const SoundIntent& intent)
{
    auto copy = intent; // describe() gives the reader references to write to
    return Writer::written (copy);
}

IntentReading readIntent (const Value& value)
{
    IntentReading reading;
    Reader reader (reading.faults, value, "");
    describe (reader, reading.intent);
    reader.finish();
    checkTogether (reading);
    return reading;
}

} // namespace athanor
