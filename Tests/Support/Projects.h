// SPDX-License-Identifier: GPL-3.0-or-later
// Small projects for tests to begin with.
#pragma once

#include "Model/Project.h"

#include <initializer_list>
#include <string>

namespace athanor::projects
{

NodeId addNode (Graph&, const std::string& type, std::initializer_list<std::pair<std::string, double>> knobs = {});
CableId connect (Graph&, NodeId from, const std::string& output, NodeId to, const std::string& input, double amount = 1);

/** Between "track.in" and "track.out", which are made if the graph is empty. */
NodeId insert (Graph&, const std::string& type, std::initializer_list<std::pair<std::string, double>> knobs = {});

/** A gain in decibels. */
NodeId insertGain (Graph&, double decibels);

TrackId addTrack (Project&, TrackKind, const std::string& name);

/** A saw through a filter and an envelope. */
Instrument synth();

struct Song
{
    Project project;
    TrackId track, master;
    InstrumentId instrument;
    PatternId pattern;
    SlotId slot;
    ClipId clip;
};

/** One note track that plays a synth, a master, one pattern of 16 beats with an empty clip. */
Song synthOnOneTrack();

} // namespace athanor::projects
