// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/GridWriter.h"

#include "App/Edits/CellParts.h"
#include "App/Edits/TrackEdits.h"

#include <array>

namespace athanor
{

namespace
{
constexpr std::string_view hexDigits = "0123456789ABCDEF";
constexpr float playVeil = 0.2f, blockVeil = 0.16f, cursorVeil = 0.05f, mutedInk = 0.45f;

juce::uint8 hexDigit (int value) { return static_cast<juce::uint8> (hexDigits[static_cast<std::size_t> (value) % 16]); }
} // namespace

juce::Colour inkOfTrack (const Tokens& tokens, const Track& track) { return tokens[Tokens::trackInk (track.colour)]; }

GridWriter::GridWriter (const Project& p, const GridLayout& l, const Tokens& t, const GridState& s) : project (p), layout (l), tokens (t), state (s) {}

GridWriter::Grounds GridWriter::groundsOf (int row) const
{
    auto ground = tokens[Ink::window];

    if (row % layout.rowsPerBar() == 0)
        ground = ground.overlaidWith (tokens[Ink::beat]);
    else if (row % layout.rowsPerBeat() == 0)
        ground = ground.overlaidWith (tokens[Ink::step]);

    if (state.playRow == row)
        ground = ground.overlaidWith (tokens[Ink::ember].withAlpha (playVeil));
    else if (layout.rowOf (state.selection.cursor) == row)
        ground = ground.overlaidWith (tokens[Ink::text].withAlpha (cursorVeil));

    const auto lane = ground.overlaidWith (tokens[Ink::step]);
    return { ground.getARGB(), lane.getARGB(), lane.overlaidWith (tokens[Ink::ember].withAlpha (blockVeil)).getARGB() };
}

GridWriter::Inks GridWriter::inksOf (const Track& track, bool isFaint) const
{
    Inks inks { inkOfTrack (tokens, track), tokens[Ink::mute], tokens[Ink::text], tokens[Ink::violet], isFaint };

    if (isFaint)
        for (auto* ink : { &inks.note, &inks.instrument, &inks.volume, &inks.effect })
            *ink = tokens[Ink::window].interpolatedWith (*ink, mutedInk);

    return inks;
}

juce::Colour GridWriter::inkOfEffect (const Clip& clip, const Effect& effect) const
{
    constexpr std::string_view pitch = "ADGUV", time = "CQRY";

    if (clip.dialect != Dialect::athanor)
        return tokens[Ink::violet];

    if (effect.group == 'M' || effect.group == 'S')
        return tokens[Ink::teal];

    if (effect.group == 'Z')
        return tokens[Ink::sky];

    return tokens[pitch.find (effect.letter) != pitch.npos ? Ink::violet : time.find (effect.letter) != time.npos ? Ink::gold
                                                                                                                  : Ink::leaf];
}

GridWriter::Text GridWriter::textOf (std::string_view text, juce::Colour ink) const
{
    Text result { {}, ink };

    for (std::size_t i = 0; i < std::min (text.size(), result.glyphs.size()); ++i)
        result.glyphs[i] = static_cast<juce::uint8> (text[i]);

    return result;
}

GridWriter::Text GridWriter::textOfByte (int value, juce::Colour ink) const { return { { hexDigit (value / 16), hexDigit (value), 0, 0 }, ink }; }

GridWriter::Text GridWriter::emptyText (CellPart part) const
{
    if (part == CellPart::note)
        return { { GlyphAtlas::dash, GlyphAtlas::dash, GlyphAtlas::dash, 0 }, tokens[Ink::faint] };

    return textOf (part == CellPart::effect ? "...." : "..", tokens[Ink::ghost]);
}

GridWriter::Text GridWriter::textOf (const Cell& cell, CellPart part, const Inks& inks) const
{
    switch (part)
    {
        case CellPart::note:
            return textOf (keyName (cell.key), inks.note);
        case CellPart::volume:
            return cell.volumeEffect != 0 ? Text { { cell.volumeEffect, hexDigit (cell.volume), 0, 0 }, inks.effect } : textOfByte (cell.volume, inks.volume);
        case CellPart::panning:
            return textOfByte (cell.panning, inks.instrument);
        case CellPart::delay:
            return textOfByte (cell.delay, inks.instrument);
        case CellPart::instrument:
        case CellPart::effect:
            break;
    }

    const auto* instrument = project.instruments.find (cell.instrument);
    return instrument != nullptr ? textOfByte (instrument->number, inks.instrument) : textOf ("??", tokens[Ink::rose]);
}

GridWriter::Text GridWriter::textOf (const Piece& piece, const Strip& strip) const
{
    if (piece.clip == nullptr)
        return emptyText (strip.part);

    const Position at { piece.line, strip.column };

    if (strip.part == CellPart::effect)
    {
        const auto* effect = piece.clip->effects.find (at);
        return effect == nullptr ? emptyText (strip.part) : textOf (format (*effect), piece.inks.isFaint ? piece.inks.effect : inkOfEffect (*piece.clip, *effect));
    }

    const auto* cell = piece.clip->notes.find (at);
    return cell == nullptr || isEmpty (*cell, strip.part) ? emptyText (strip.part) : textOf (*cell, strip.part, piece.inks);
}

void GridWriter::put (int cell, juce::uint8 glyph, juce::Colour ink, juce::uint32 ground)
{
    if (cell >= gutter && cell < static_cast<int> (cells.size()))
        cells[static_cast<std::size_t> (cell)] = { ink.getARGB(), ground, glyph };
}

void GridWriter::writeNumber (int row, juce::uint32 ground)
{
    const auto isBeat = row % layout.rowsPerBeat() == 0;
    const auto ink = tokens[isBeat ? Ink::text : Ink::faint].getARGB();
    auto rest = row;

    for (std::size_t cell = 4; cell >= 2 && cell < cells.size(); --cell, rest /= 10)
        cells[cell - 1] = { ink, ground, hexDigit (rest % 10) };
}

void GridWriter::writeFields (const Piece& piece, int shift, juce::uint32 ground, const Grounds& grounds)
{
    const auto isMarked = [&] (const Strip& strip) { return ! state.block.strips.empty() && state.block.contains (strip, piece.time); };
    auto wasMarked = false;

    for (const auto& field : piece.lane.fields)
    {
        const auto text = textOf (piece, field.strip);
        const auto marked = isMarked (field.strip);
        const auto under = marked ? grounds.block : ground;

        for (int i = 0; i < field.width; ++i)
            put (field.cell + i + shift, text.glyphs[static_cast<std::size_t> (i)], text.ink, under);

        // The gap between two fields is marked when both are.
        if (marked && wasMarked)
            put (field.cell - 1 + shift, 0, text.ink, under);

        wasMarked = marked;
    }
}

void GridWriter::writeLane (int row, int shift, const GridLayout::Lane& lane, const Grounds& grounds)
{
    const auto* track = project.tracks.find (lane.track);
    const auto line = layout.lineOn (row, lane);
    const auto ground = lane.track == state.selection.cursor.track ? grounds.lane : grounds.plain;

    for (int cell = lane.cell; cell < lane.cell + lane.width - GridLayout::gap; ++cell)
        put (cell + shift, 0, tokens[Ink::text], ground);

    if (track == nullptr || ! line)
        return;

    const auto* clip = clipAt (project, state.selection.pattern, lane.track);
    const auto isRepeated = clip != nullptr && *line >= clip->lines;
    const auto inClip = clip != nullptr ? *line % std::max (1, clip->lines) : *line;
    const auto inks = inksOf (*track, isSilenced (project, lane.track) || isRepeated);
    writeFields ({ lane, clip, inClip, timeOfLine (*line, lane.linesPerBeat), inks }, shift, ground, grounds);
}

void GridWriter::writeRow (TextGrid& grid, int gridRow, int row, int firstCell)
{
    const auto isOutside = row < 0 || row >= layout.rows();
    const auto window = tokens[Ink::window].getARGB();
    const auto grounds = isOutside ? Grounds { window, window, window } : groundsOf (row);
    cells.assign (static_cast<std::size_t> (grid.columns()), { tokens[Ink::text].getARGB(), grounds.plain, 0 });

    if (! isOutside)
    {
        writeNumber (row, grounds.plain);

        for (const auto& lane : layout.lanes())
            if (lane.cell + lane.width > firstCell && lane.cell + gutter - firstCell < grid.columns())
                writeLane (row, gutter - firstCell, lane, grounds);
    }

    for (int cell = 0; cell < grid.columns(); ++cell)
        grid.set (cell, gridRow, cells[static_cast<std::size_t> (cell)]);
}

} // namespace athanor
