// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Registry.h"

#include "Modules/Catalogue.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace athanor
{

namespace
{
std::vector<const ModuleType*>& foreignTypes()
{
    static std::vector<const ModuleType*> types;
    return types;
}
} // namespace

std::span<const ModuleType> moduleTypes()
{
    static const auto all = catalogue();
    return all;
}

const ModuleType* findModuleType (std::string_view id)
{
    const auto all = moduleTypes();
    const auto found = std::ranges::find (all, id, [] (const ModuleType& type) { return type.about->id; });

    if (found != all.end())
        return &*found;

    const auto other = std::ranges::find (foreignTypes(), id, [] (const ModuleType* type) { return type->about->id; });
    return other == foreignTypes().end() ? nullptr : *other;
}

ForeignModules::ForeignModules (std::span<const ModuleType* const> types) { foreignTypes().assign (types.begin(), types.end()); }

ForeignModules::~ForeignModules() { foreignTypes().clear(); }

const Module& ModuleType::prototype() const
{
    static std::mutex mutex;
    static std::map<const Module::About*, std::unique_ptr<Module>> prototypes;

    const std::scoped_lock lock (mutex);
    auto& made = prototypes[about];

    if (made == nullptr)
    {
        made = makeForStereo != nullptr ? std::unique_ptr<Module> (makeForStereo()) : std::unique_ptr<Module> (makeForVoices());
    }

    return *made;
}

const Port* ModuleType::port (std::string_view id) const
{
    const auto ports = prototype().ports();
    const auto found = std::ranges::find (ports, id, &Port::id);
    return found == ports.end() ? nullptr : *found;
}

} // namespace athanor
