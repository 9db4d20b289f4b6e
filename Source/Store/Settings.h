// SPDX-License-Identifier: GPL-3.0-or-later
// What the user chose, from the theme to the audio device, by a name that is never changed.
#pragma once

#include "Model/Value.h"
#include "Store/Library.h"

#include <concepts>
#include <map>
#include <memory>
#include <string>
#include <type_traits>

namespace athanor
{

/** One thing to choose, declared where it is used: `constexpr Setting<double> scale { "window.scale", 1.0 };` */
template <typename Type>
struct Setting
{
    const char* name;
    Type initial; ///< For text a `const char*`.
};

/** The kind of Value that keeps a choice. */
template <typename Type>
using Stored = std::conditional_t<std::same_as<Type, const char*>, std::string, std::conditional_t<std::same_as<Type, int>, std::int64_t, Type>>;

/** Read once and kept in memory; written at once. For the message thread. */
class Settings
{
public:
    static Result<std::shared_ptr<Settings>> open (std::shared_ptr<Library>);

    /** What was chosen, or the initial value, also when what is stored is of another kind. */
    template <typename Type>
    auto get (const Setting<Type>& setting) const
    {
        using Kept = Stored<Type>;
        const auto value = this->value (setting.name);

        if constexpr (std::same_as<Kept, double>)
            if (const auto* whole = value.template as<std::int64_t>())
                return static_cast<double> (*whole);

        const auto* kept = value.template as<Kept>();
        return kept != nullptr ? *kept : Kept (setting.initial);
    }

    template <typename Type>
    Result<Done> set (const Setting<Type>& setting, const Stored<Type>& chosen)
    {
        return setValue (setting.name, Value (chosen));
    }

    // For what has a shape of its own, as a list of shortcuts. Nothing forgets the choice.

    Value value (const std::string& name) const;
    Result<Done> setValue (const std::string& name, const Value&);

private:
    explicit Settings (std::shared_ptr<Library> l) : library (std::move (l)) {}

    std::shared_ptr<Library> library;
    std::map<std::string, Value> values;
};

} // namespace athanor
