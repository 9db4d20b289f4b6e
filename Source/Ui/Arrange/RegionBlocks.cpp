// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Arrange/RegionBlocks.h"

#include "Modules/Module.h"
#include "Ui/Kit/Draw.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr float edgeReach = 5, handleReach = 8, titleHeight = 14;
constexpr double lowestGain = -36, highestGain = 12; // as far as the line reaches

juce::Point<float> fadeHandle (juce::Rectangle<float> area, float way, bool isIn)
{
    const auto x = isIn ? area.getX() + area.getWidth() * way : area.getRight() - area.getWidth() * way;
    return { x, area.getY() + titleHeight + 3 };
}
} // namespace

std::vector<RegionBlock> regionBlocks (const Project& project)
{
    std::vector<RegionBlock> blocks;
    Ticks at;

    for (const auto slotId : slotsInOrder (project))
    {
        const auto patternId = project.sequence.find (slotId)->pattern;
        const auto* pattern = project.patterns.find (patternId);

        if (pattern == nullptr)
            continue;

        for (const auto& [track, clipId] : pattern->clips)
            if (const auto* clip = project.clips.find (*clipId))
                for (const auto& [regionId, region] : clip->regions)
                    if (region->at < pattern->length)
                    {
                        const auto seconds = lengthOf (project, *region);
                        const auto start = at + region->at;
                        blocks.push_back ({ { patternId, track, regionId }, slotId, at, start, afterSeconds (project, start, seconds), seconds });
                    }

        at += pattern->length;
    }

    std::ranges::stable_sort (blocks, {}, &RegionBlock::start);
    std::map<TrackId, RegionBlock*> last;

    for (auto& block : blocks)
    {
        if (auto* before = last[block.place.track]; before != nullptr && before->end > block.start)
        {
            before->end = block.start;
            before->seconds = secondsBetween (project, before->start, before->end);
        }

        last[block.place.track] = &block;
    }

    return blocks;
}

float gainY (juce::Rectangle<float> area, double gain)
{
    const auto inner = area.withTrimmedTop (titleHeight);
    const auto way = (std::clamp (gain, lowestGain, highestGain) - lowestGain) / (highestGain - lowestGain);
    return inner.getBottom() - 2 - static_cast<float> (way) * (inner.getHeight() - 4);
}

double gainAt (juce::Rectangle<float> area, float y)
{
    const auto inner = area.withTrimmedTop (titleHeight);
    const auto way = std::clamp ((inner.getBottom() - 2 - y) / std::max (1.0f, inner.getHeight() - 4), 0.0f, 1.0f);
    return lowestGain + static_cast<double> (way) * (highestGain - lowestGain);
}

RegionPart partAt (juce::Point<float> at, juce::Rectangle<float> area, const RegionBlock& block, const Region& region, bool isChosen)
{
    if (! area.expanded (edgeReach, 0).contains (at))
        return RegionPart::none;

    if (isChosen && at.getDistanceFrom (fadeHandle (area, block.wayOf (region.fadeIn), true)) < handleReach)
        return RegionPart::fadeIn;

    if (isChosen && at.getDistanceFrom (fadeHandle (area, block.wayOf (region.fadeOut), false)) < handleReach)
        return RegionPart::fadeOut;

    if (std::abs (at.x - area.getX()) < edgeReach)
        return RegionPart::startEdge;

    if (std::abs (at.x - area.getRight()) < edgeReach)
        return RegionPart::endEdge;

    return isChosen && std::abs (at.y - gainY (area, region.gain)) < 4 ? RegionPart::gain : RegionPart::body;
}

const std::vector<Peak>& RegionPainter::peaksOf (const std::string& hash)
{
    const auto known = waves.find (hash);

    if (known != waves.end())
        return known->second;

    const auto sound = session.sound (hash);

    if (sound == nullptr || sound->sampleRate <= 0)
        return waves[hash];

    const auto seconds = static_cast<double> (sound->frames()) / sound->sampleRate;
    return waves[hash] = makePeaks (sound->samples, std::clamp (static_cast<int> (seconds * peaksPerSecond), 2, 1'000'000));
}

void RegionPainter::paintSound (juce::Graphics& g, juce::Rectangle<float> area, const RegionBlock& block, const Region& region, const Style& style)
{
    const auto& peaks = peaksOf (region.sound);
    const auto sound = session.sound (region.sound);

    if (peaks.empty() || sound == nullptr || area.getWidth() < 2)
        return;

    const auto perSecond = static_cast<double> (peaks.size()) / (static_cast<double> (sound->frames()) / sound->sampleRate);
    const auto inner = area.withTrimmedTop (titleHeight).reduced (0, 2);
    const auto level = std::pow (10.0f, static_cast<float> (region.gain) / 20);
    const auto first = std::max (area.getX(), style.visible.getX()), last = std::min (area.getRight(), style.visible.getRight());
    const auto secondsPerPixel = block.seconds / static_cast<double> (area.getWidth());
    juce::RectangleList<float> bars;

    for (auto x = first; x < last; x += 1)
    {
        const auto inRegion = static_cast<double> (x - area.getX()) * secondsPerPixel;
        const auto from = static_cast<std::size_t> (std::max (0.0, (region.start + inRegion) * perSecond));
        const auto to = std::min (peaks.size(), std::max (from + 1, static_cast<std::size_t> ((region.start + inRegion + secondsPerPixel) * perSecond)));
        Peak peak;

        for (auto i = from; i < to; ++i)
            peak = { std::min (peak.low, peaks[i].low), std::max (peak.high, peaks[i].high) };

        const auto rise = region.fadeIn > 0 ? std::min (1.0, inRegion / region.fadeIn) : 1.0, fall = region.fadeOut > 0 ? std::min (1.0, (block.seconds - inRegion) / region.fadeOut) : 1.0;
        const auto factor = level * static_cast<float> (std::max (0.0, std::min (rise, fall))) * inner.getHeight() / 2;
        const auto top = inner.getCentreY() - std::min (peak.high * factor, inner.getHeight() / 2), bottom = inner.getCentreY() - std::max (peak.low * factor, -inner.getHeight() / 2);
        bars.addWithoutMerging ({ x, top - 0.5f, 1, bottom - top + 1 });
    }

    g.setColour (style.ink.withAlpha (style.isMuted ? 0.4f : 0.95f));
    g.fillRectList (bars);
}

void RegionPainter::paintFades (juce::Graphics& g, juce::Rectangle<float> area, const RegionBlock& block, const Region& region, const Style& style, const Tokens& inks) const
{
    const auto inner = area.withTrimmedTop (titleHeight);
    const auto in = fadeHandle (area, block.wayOf (region.fadeIn), true), out = fadeHandle (area, block.wayOf (region.fadeOut), false);
    g.setColour (style.isChosen ? inks[Ink::text] : style.ink);

    if (region.fadeIn > 0)
        g.drawLine (inner.getX(), inner.getBottom(), in.x, inner.getY(), 1.2f);

    if (region.fadeOut > 0)
        g.drawLine (out.x, inner.getY(), inner.getRight(), inner.getBottom(), 1.2f);

    if (! style.isChosen)
        return;

    g.fillEllipse (juce::Rectangle<float> (7, 7).withCentre (in));
    g.fillEllipse (juce::Rectangle<float> (7, 7).withCentre (out));
    g.setColour (inks[Ink::gold].withAlpha (0.8f));
    g.fillRect (area.getX() + 2, gainY (area, region.gain) - 0.5f, area.getWidth() - 4, 1.0f);
}

void RegionPainter::paint (juce::Graphics& g, juce::Rectangle<float> area, const RegionBlock& block, const Region& region, const juce::String& name, const Style& style, const juce::Component& inView)
{
    const auto& inks = tokens (inView);
    const auto seen = area.getIntersection (style.visible);

    if (seen.isEmpty())
        return;

    g.saveState();
    g.reduceClipRegion (seen.getSmallestIntegerContainer());
    g.setColour (style.ink.withAlpha (style.isMuted ? 0.1f : style.isChosen ? 0.34f
                                                                            : 0.22f));
    g.fillRoundedRectangle (area, radius::tiny);
    paintSound (g, area, block, region, style);
    paintFades (g, area, block, region, style, inks);
    auto words = name;

    if (std::abs (region.gain) > 0.05)
        words << "  " << (region.gain > 0 ? "+" : "") << juce::String (region.gain, 1) << " dB";

    drawWords (g, words, seen.reduced (5, 0).withHeight (titleHeight).toNearestInt(), font (inView, Face::name, textSize::tiny), inks[style.isChosen ? Ink::text : Ink::mute]);

    if (style.isChosen)
    {
        g.setColour (inks[Ink::ember]);
        g.drawRoundedRectangle (area.reduced (0.7f), radius::tiny, 1.4f);
    }

    g.restoreState();
}

} // namespace athanor
