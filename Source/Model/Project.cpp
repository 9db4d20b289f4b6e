// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Project.h"

namespace athanor
{

template class Table<Position, Cell>;
template class Table<Position, Effect>;
template class Table<ZoneId, Zone>;
template class Table<int, Macro>;
template class Table<std::string, AutomationLane>;
template class Table<RegionId, Region>;
template class Table<TrackId, ClipId>;
template class Table<TrackId, Send>;
template class Table<Ticks, TempoPoint>;
template class Table<Ticks, Meter>;
template class Table<TrackId, Track>;
template class Table<InstrumentId, Instrument>;
template class Table<ClipId, Clip>;
template class Table<PatternId, Pattern>;
template class Table<SlotId, Slot>;
template class Table<std::string, Asset>;
template class Table<std::string, double>;
template class Table<std::string, std::string>;
template class Table<Ticks, AutomationPoint>;
template class Table<int, double>;
template class Table<NodeId, Node>;
template class Table<CableId, Cable>;
template class Table<std::string, MacroTarget>;

} // namespace athanor
