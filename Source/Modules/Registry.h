// SPDX-License-Identifier: GPL-3.0-or-later
// Every module there is, and how to make one.
#pragma once

#include "Modules/Module.h"

#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>

namespace athanor
{

/** How to make one kind of module. A null function means that the module does not exist in that scope. */
struct ModuleType
{
    const Module::About* about;
    std::unique_ptr<ModuleOf<dsp::Voices>> (*makeForVoices)();
    std::unique_ptr<ModuleOf<dsp::Stereo>> (*makeForStereo)();

    /** A module that is never played, to read its ports from. Made once for each type. */
    const Module& prototype() const;

    /** The port with this id, or null. */
    const Port* port (std::string_view id) const;
};

/** Every module there is, in the order in which the browser shows them. */
std::span<const ModuleType> moduleTypes();

/** The type with this id, or null: then it comes from a newer version, and is kept but silent. */
const ModuleType* findModuleType (std::string_view id);

/** While one lives, these types are found, too: for tests and benchmarks that bring modules of their own. Not for two at a time. */
class ForeignModules
{
public:
    explicit ForeignModules (std::span<const ModuleType* const>);

    explicit ForeignModules (std::initializer_list<const ModuleType*> list) : ForeignModules (std::span (list.begin(), list.size())) {}

    ~ForeignModules();

    ForeignModules (const ForeignModules&) = delete;
};

} // namespace athanor
