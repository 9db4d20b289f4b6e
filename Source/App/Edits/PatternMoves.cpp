// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/PatternMoves.h"

#include <algorithm>

namespace athanor
{

namespace
{
int lineCount (const Project& project, const Selection& selection) { return linesShown (project, selection.pattern, selection.cursor.track); }

int barLength (const Project& project, const Selection& selection)
{
    const auto* meter = project.meters.empty() ? nullptr : &*project.meters.begin()->second;
    const auto beatsPerBar = meter != nullptr ? meter->beatsPerBar * 4 / std::max (1, meter->beatUnit) : 4;
    return std::max (1, beatsPerBar) * linesPerBeatAt (project, selection.pattern, selection.cursor.track);
}

void goToStrip (const Project& project, Selection& selection, const Strip& strip, int digit)
{
    auto& cursor = selection.cursor;

    if (strip.track != cursor.track)
    {
        const auto time = timeOfLine (cursor.line, linesPerBeatAt (project, selection.pattern, cursor.track));
        const auto rate = linesPerBeatAt (project, selection.pattern, strip.track);
        cursor.line = std::min (lineAtTime (time, rate), linesShown (project, selection.pattern, strip.track) - 1);
    }

    cursor.track = strip.track;
    cursor.part = strip.part;
    cursor.column = strip.column;
    cursor.digit = digit;
}

void goSideways (const Project& project, Selection& selection, int by)
{
    const auto strips = shownStrips (project, selection);
    const auto here = std::find (strips.begin(), strips.end(), Strip { selection.cursor.track, selection.cursor.part, selection.cursor.column });

    if (here == strips.end())
        return;

    const auto digit = selection.cursor.digit + by;

    if (digit >= 0 && digit < digitsOf (here->part))
        selection.cursor.digit = digit;
    else if (by > 0 && here + 1 != strips.end())
        goToStrip (project, selection, *(here + 1), 0);
    else if (by < 0 && here != strips.begin())
        goToStrip (project, selection, *(here - 1), digitsOf ((here - 1)->part) - 1);
}

void goToTrack (const Project& project, Selection& selection, int by)
{
    const auto tracks = patternTracks (project);
    const auto here = std::find (tracks.begin(), tracks.end(), selection.cursor.track) - tracks.begin();

    if (here + by >= 0 && here + by < std::ssize (tracks))
        goToStrip (project, selection, { tracks[static_cast<std::size_t> (here + by)], CellPart::note, 0 }, 0);
}
} // namespace

std::vector<Strip> shownStrips (const Project& project, const Selection& selection)
{
    auto strips = stripsOf (project);
    std::erase_if (strips, [&] (const Strip& strip) {
        return (strip.part == CellPart::panning && ! selection.showsPanning) || (strip.part == CellPart::delay && ! selection.showsDelay);
    });
    return strips;
}

Selection moved (const Project& project, Selection selection, CursorMove move, bool marks)
{
    const auto anchor = selection.block ? selection.block->from : selection.cursor;
    const auto last = std::max (0, lineCount (project, selection) - 1);
    auto& line = selection.cursor.line;

    switch (move)
    {
        case CursorMove::up:
            line = marks ? std::max (0, line - 1) : (line > 0 ? line - 1 : last);
            break;
        case CursorMove::down:
            line = marks ? std::min (last, line + 1) : (line < last ? line + 1 : 0);
            break;
        case CursorMove::pageUp:
            line = std::max (0, line - barLength (project, selection));
            break;
        case CursorMove::pageDown:
            line = std::min (last, line + barLength (project, selection));
            break;
        case CursorMove::top:
            line = 0;
            break;
        case CursorMove::bottom:
            line = last;
            break;
        case CursorMove::left:
        case CursorMove::right:
            goSideways (project, selection, move == CursorMove::left ? -1 : 1);
            break;
        case CursorMove::previousTrack:
        case CursorMove::nextTrack:
            goToTrack (project, selection, move == CursorMove::previousTrack ? -1 : 1);
            break;
    }

    if (marks)
        selection.block = PatternBlock { anchor, selection.cursor };
    else
        selection.block.reset();

    return selection;
}

Selection advanced (const Project& project, Selection selection, int lines)
{
    const auto last = std::max (0, lineCount (project, selection) - 1);
    selection.cursor.line = std::clamp (selection.cursor.line + lines, 0, last);
    return selection;
}

Selection movedToTime (const Project& project, Selection selection, Ticks time)
{
    const auto rate = linesPerBeatAt (project, selection.pattern, selection.cursor.track);
    selection.cursor.line = std::clamp (lineAtTime (time, rate), 0, std::max (0, lineCount (project, selection) - 1));
    return selection;
}

Selection markedWider (const Project& project, Selection selection)
{
    const auto blockOf = [&] (const std::vector<Strip>& strips) {
        PatternBlock block;
        block.from = { strips.front().track, strips.front().column, strips.front().part, 0, 0 };
        block.to = { strips.back().track, strips.back().column, strips.back().part, 0, 0 };
        block.to.line = linesShown (project, selection.pattern, block.to.track) - 1;
        return block;
    };

    const auto ofTrack = stripsOf (project, selection.cursor.track), all = stripsOf (project);

    if (ofTrack.empty())
        return selection;

    const auto wholeTrack = blockOf (ofTrack);
    selection.block = selection.block == wholeTrack ? blockOf (all) : wholeTrack;
    return selection;
}

BlockArea areaToEdit (const Project& project, const Selection& selection)
{
    if (selection.block)
        return areaOf (project, selection.pattern, *selection.block);

    auto from = selection.cursor, to = selection.cursor;

    if (from.part != CellPart::effect)
    {
        from.part = CellPart::note;
        to.part = CellPart::delay;
    }

    return areaOf (project, selection.pattern, { from, to });
}

BlockArea areaOfTrack (const Project& project, PatternId patternId, TrackId track)
{
    const auto* pattern = project.patterns.find (patternId);
    return { stripsOf (project, track), Ticks(), pattern != nullptr ? pattern->length : Ticks() };
}

} // namespace athanor
