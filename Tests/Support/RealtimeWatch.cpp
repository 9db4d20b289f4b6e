// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/RealtimeWatch.h"

#ifdef ATHANOR_REALTIME_GUARD

#include "Support/Files.h"
#include "Support/RealtimeGuard/Guard.h"

#include <cstdio>

namespace athanor
{

RealtimeWatch::RealtimeWatch() { athanor_realtime_forget(); }

bool RealtimeWatch::isPossible() { return true; }

long RealtimeWatch::violations() const { return athanor_realtime_violations(); }

long RealtimeWatch::scopes() const { return athanor_realtime_scopes(); }

std::string RealtimeWatch::report() const
{
    TemporaryFolder folder;
    const auto name = folder.path / "report";
    auto* file = std::fopen (name.c_str(), "w");

    athanor_realtime_report (fileno (file));
    std::fclose (file);
    return readWhole (name);
}

} // namespace athanor

#else

namespace athanor
{

RealtimeWatch::RealtimeWatch() = default;

bool RealtimeWatch::isPossible() { return false; }

long RealtimeWatch::violations() const { return 0; }

long RealtimeWatch::scopes() const { return 0; }

std::string RealtimeWatch::report() const { return {}; }

} // namespace athanor

#endif
