// SPDX-License-Identifier: GPL-3.0-or-later
// The recordings of the arrangement as blocks: where each stands in the song, how it looks, and where a hand can take it.
#pragma once

#include "App/Edits/RegionEdits.h"
#include "App/Session.h"
#include "Ui/Kit/Look.h"
#include "Ui/Kit/Waveform.h"

#include <map>
#include <vector>

namespace athanor
{

/** A region in one of the slots that play it. */
struct RegionBlock
{
    RegionPlace place;
    SlotId slot;
    Ticks patternStart, start, end; ///< Times of the song; it ends earlier where the next one of its track begins.
    double seconds = 0;             ///< What is heard of it.

    /** How far a number of seconds is along the block, 0 to 1 and beyond. */
    float wayOf (double inRegion) const { return seconds > 0 ? static_cast<float> (inRegion / seconds) : 0.0f; }
};

/** What a hand takes of a block. */
enum class RegionPart { none,
                        body,
                        startEdge,
                        endEdge,
                        fadeIn,
                        fadeOut,
                        gain };

/** All blocks of a project, by their start. */
std::vector<RegionBlock> regionBlocks (const Project&);

RegionPart partAt (juce::Point<float>, juce::Rectangle<float> area, const RegionBlock&, const Region&, bool isChosen);

/** Where the line of a gain stands in a block, and back. */
float gainY (juce::Rectangle<float> area, double gain);
double gainAt (juce::Rectangle<float> area, float y);

/** Draws blocks; keeps the waves of the recordings it has drawn. */
class RegionPainter
{
public:
    explicit RegionPainter (const Session& s) : session (s) {}

    struct Style
    {
        juce::Colour ink;
        bool isChosen = false, isMuted = false;
        juce::Rectangle<float> visible; ///< Nothing is drawn outside.
    };

    void paint (juce::Graphics&, juce::Rectangle<float> area, const RegionBlock&, const Region&, const juce::String& name, const Style&, const juce::Component& inView);

private:
    static constexpr double peaksPerSecond = 200;

    const std::vector<Peak>& peaksOf (const std::string& hash);
    void paintSound (juce::Graphics&, juce::Rectangle<float> area, const RegionBlock&, const Region&, const Style&);
    void paintFades (juce::Graphics&, juce::Rectangle<float> area, const RegionBlock&, const Region&, const Style&, const Tokens&) const;

    const Session& session;
    std::map<std::string, std::vector<Peak>> waves; ///< By content hash.
};

} // namespace athanor
