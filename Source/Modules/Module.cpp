// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Module.h"

#include <algorithm>

namespace athanor
{

Port::Port (Module& owner, Kind k, std::string_view name, std::string_view text)
    : kind (k), id (name), doc (text), index (owner.count (k))
{
    owner.declared.push_back (this);
}

Latency::Latency (Module& owner, Frames f) : frames (f)
{
    owner.declaredLatency = this;
}

Tail::Tail (Module& owner, double hold) : holdSeconds (hold)
{
    owner.declaredTail = this;
}

int Module::count (Port::Kind kind) const noexcept
{
    return static_cast<int> (std::ranges::count_if (declared, [kind] (auto* port) { return port->kind == kind; }));
}

} // namespace athanor
