// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/OldPreset.h"

#include "Formats/Patch/Reading.h"

namespace athanor
{

namespace
{
std::string amountOf (int slot) { return "modulation_" + std::to_string (slot) + "_amount"; }

std::string destinationOf (const Value& slot)
{
    const auto* name = slot.part ("destination");
    const auto* text = name != nullptr ? name->as<std::string>() : nullptr;
    return text != nullptr ? *text : std::string();
}
} // namespace

OldPreset::OldPreset (Value::Parts& s) : settings (s)
{
    if (const auto found = settings.find ("modulations"); found != settings.end())
        modulations = listOf (&found->second);
}

OldPreset::~OldPreset() { settings.insert_or_assign ("modulations", std::move (modulations)); }

std::optional<double> OldPreset::find (const std::string& name) const
{
    const auto found = settings.find (name);
    return found != settings.end() ? numberOf (&found->second) : std::nullopt;
}

void OldPreset::set (const std::string& name, double number) { settings.insert_or_assign (name, number); }

void OldPreset::change (const std::string& name, const std::function<double (double)>& to)
{
    if (const auto number = find (name))
        set (name, to (*number));
}

void OldPreset::rename (const std::string& from, const std::string& to)
{
    if (const auto number = find (from))
        set (to, *number);
}

void OldPreset::redirect (const std::string& from, const std::string& to)
{
    forSlotsOn (from, [&] (int, Value::Parts& slot) { slot.insert_or_assign ("destination", to); });
}

void OldPreset::forSlotsOn (const std::string& destination, const std::function<void (int, Value::Parts&)>& deed)
{
    for (std::size_t i = 0; i < modulations.size(); ++i)
        if (destinationOf (modulations[i]) == destination)
            deed (static_cast<int> (i) + 1, std::get<Value::Parts> (modulations[i].content));
}

void OldPreset::scaleSlotsOn (const std::string& destination, double factor)
{
    forSlotsOn (destination, [&] (int number, Value::Parts&) { change (amountOf (number), [&] (double amount) { return amount * factor; }); });
}

} // namespace athanor
