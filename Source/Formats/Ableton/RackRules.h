// SPDX-License-Identifier: GPL-3.0-or-later
// What Live asks of a rack, so that one which Live would refuse, or worse, never leaves the house.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** A sentence for every rule that a file ending in .adg breaks; empty: it may go out. Racks with one instrument as writeVitalRack()
    makes them are examined down to the preset that they hold. At most a hundred. */
std::vector<std::string> rackFaults (std::string_view adg);

} // namespace athanor
