// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a preset that was made before Vital was released, while they become those of today.
#pragma once

#include "Formats/Vital/VitalVersion.h"
#include "Model/Value.h"

#include <functional>
#include <optional>
#include <string>

namespace athanor
{

/** Settings by name, and the list of modulations among them. What a step needs and does not find it leaves alone; Vital
    refuses such presets. */
class OldPreset
{
public:
    explicit OldPreset (Value::Parts& settings);
    ~OldPreset(); ///< Puts the modulations back.

    OldPreset (const OldPreset&) = delete;
    OldPreset& operator= (const OldPreset&) = delete;

    std::optional<double> find (const std::string& name) const;

    /** 0 where there is none. */
    double get (const std::string& name) const { return find (name).value_or (0); }

    bool has (const std::string& name) const { return settings.contains (name); }

    void set (const std::string& name, double);

    /** Only where it is. */
    void change (const std::string& name, const std::function<double (double)>&);

    void rename (const std::string& from, const std::string& to);

    /** What modulated one now modulates the other. */
    void redirect (const std::string& from, const std::string& to);

    /** For each slot on a destination, with its number from 1. */
    void forSlotsOn (const std::string& destination, const std::function<void (int number, Value::Parts& slot)>&);

    void scaleSlotsOn (const std::string& destination, double factor);

    Value::Parts& settings;
    Value::List modulations;
};

/** Everything that changed since `version`, step by step as Vital 1.0.6 does it, its slips included: that is how it sounds there. */
void upgrade (Value::Parts& settings, VitalVersion version);

} // namespace athanor
