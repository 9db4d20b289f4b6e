// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/WireSchema.h"

#include "Compose/Intent/IntentValue.h"
#include "Core/Text.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
constexpr std::array ownParts { "trace", "remarks" };
constexpr std::array limits { "minimum", "maximum", "maxLength", "maxItems" };

template <typename Change>
Value::Parts changedEach (const Value::Parts& parts, Change&& change)
{
    Value::Parts changed;

    for (const auto& [name, value] : parts)
        changed[name] = change (value);

    return changed;
}

/** Without limits, at any depth. Parts under "properties" have names of ours: there "minimum" would be a part. */
Value withoutLimits (const Value& schema)
{
    const auto* parts = schema.as<Value::Parts>();

    if (parts == nullptr)
        return schema;

    Value::Parts kept;

    for (const auto& [name, value] : *parts)
        if (const auto* properties = value.as<Value::Parts>(); name == "properties" && properties != nullptr)
            kept[name] = changedEach (*properties, withoutLimits);
        else if (std::find (limits.begin(), limits.end(), name) == limits.end())
            kept[name] = withoutLimits (value);

    return kept;
}
} // namespace

Value wireSchema()
{
    auto schema = withoutLimits (intentSchema());
    auto& parts = std::get<Value::Parts> (schema.content);
    auto& required = std::get<Value::List> (parts["required"].content);

    for (const auto* own : ownParts)
    {
        std::get<Value::Parts> (parts["properties"].content).erase (own);
        std::erase (required, Value (own));
    }

    return schema;
}

Value openApiSchema (const Value& schema)
{
    const auto* parts = schema.as<Value::Parts>();

    if (parts == nullptr)
        return schema;

    Value::Parts made;

    for (const auto& [name, value] : *parts)
    {
        const auto* types = value.as<Value::List>();
        const auto* type = value.as<std::string>();

        if (name == "properties" && value.as<Value::Parts>() != nullptr)
            made[name] = changedEach (*value.as<Value::Parts>(), openApiSchema);
        else if (name == "type" && types != nullptr && ! types->empty() && types->front().as<std::string>() != nullptr)
        {
            made[name] = inCapitals (*types->front().as<std::string>());
            made["nullable"] = true;
        }
        else if (name == "type" && type != nullptr)
            made[name] = inCapitals (*type);
        else if (name != "additionalProperties")
            made[name] = openApiSchema (value);
    }

    return made;
}

} // namespace athanor
