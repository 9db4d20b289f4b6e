// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody else who reads prompts is told of how an intent is written.
#include "Compose/Intent/IntentParts.h"
#include "Compose/Intent/IntentValue.h"

#include <type_traits>

namespace athanor
{

namespace
{
using namespace intentParts;

struct Schema
{
    Value::Parts properties;
    Value::List required;

    template <typename Number>
    void number (const char* name, const Number&, Range range)
    {
        const auto* type = std::is_integral_v<Plain<Number>> ? "integer" : "number";
        Value::Parts part { { "minimum", range.low }, { "maximum", range.high } };

        if constexpr (Inner<Number>::isOptional)
            part["type"] = Value::List { type, "null" };
        else
            part["type"] = type;

        put (name, std::move (part));
    }

    void truth (const char* name, bool) { put (name, Value::Parts { { "type", "boolean" } }); }

    template <typename Choice>
    void choice (const char* name, Choice)
    {
        put (name, oneOf<Choice>());
    }

    void text (const char* name, const std::string&) { put (name, anyText()); }

    template <typename Choice>
    void choices (const char* name, const std::vector<Choice>&)
    {
        put (name, listOf (oneOf<Choice>()));
    }

    void texts (const char* name, const std::vector<std::string>&) { put (name, listOf (anyText())); }

    template <typename Item>
    void list (const char* name, const std::vector<Item>&)
    {
        put (name, listOf (schemaOf<Item>()));
    }

    template <typename Group>
    void group (const char* name, const Group&)
    {
        auto part = schemaOf<Plain<Group>>();

        if constexpr (Inner<Group>::isOptional)
            part["type"] = Value::List { "object", "null" };

        put (name, std::move (part));
    }

    template <typename Item>
    static Value::Parts schemaOf()
    {
        Schema schema;
        Item item;
        describe (schema, item);
        return { { "type", "object" }, { "properties", std::move (schema.properties) }, { "required", std::move (schema.required) }, { "additionalProperties", false } };
    }

private:
    void put (const char* name, Value::Parts part)
    {
        properties[name] = std::move (part);
        required.emplace_back (name);
    }

    template <typename Choice>
    static Value::Parts oneOf()
    {
        Value::List names;

        for (const auto name : choiceNames<Choice>)
            names.emplace_back (std::string (name));

        return { { "type", "string" }, { "enum", std::move (names) } };
    }

    static Value::Parts anyText() { return { { "type", "string" }, { "maxLength", SoundIntent::longestText } }; }

    static Value::Parts listOf (Value::Parts items)
    {
        return { { "type", "array" }, { "items", std::move (items) }, { "maxItems", SoundIntent::mostItems } };
    }
};
} // namespace

Value intentSchema() { return Schema::schemaOf<SoundIntent>(); }

} // namespace athanor
