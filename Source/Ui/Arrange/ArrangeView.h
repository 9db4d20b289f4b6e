// SPDX-License-Identifier: GPL-3.0-or-later
// The whole song at a glance: the steps of the sequence from left to right, the tracks from top to bottom, a clip where they meet.
#pragma once

#include "Ui/Arrange/RegionBlocks.h"
#include "Ui/Deeds.h"
#include "Ui/Kit/Live.h"

#include <vector>

namespace athanor
{

/** Recordings are moved by their body, trimmed at their edges, faded and made louder by their handles; they snap to lines unless Ctrl is
    held, and Shift copies. Sound files are dropped onto a track, or below the tracks onto a new one. */
class ArrangeView : public juce::Component,
                    public juce::SettableTooltipClient,
                    public juce::DragAndDropTarget,
                    public juce::FileDragAndDropTarget,
                    public Live
{
public:
    explicit ArrangeView (Deeds&);

    /** Where a block of a recording is on screen; empty when the region is not shown. */
    juce::Rectangle<float> areaOf (RegionId) const;

    void refresh() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void resized() override;

    void visibilityChanged() override { update(); }

    bool isInterestedInDragSource (const SourceDetails&) override;
    void itemDragMove (const SourceDetails&) override;
    void itemDragExit (const SourceDetails&) override;
    void itemDropped (const SourceDetails&) override;
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void fileDragMove (const juce::StringArray&, int x, int y) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int x, int y) override;

private:
    struct Column
    {
        SlotId slot;
        PatternId pattern;
        std::int64_t start = 0, length = 0; ///< Ticks of the song.
    };

    struct RowPlace
    {
        TrackId track;
        TrackKind kind = TrackKind::note;
        int y = 0, height = 0; ///< Below the ruler.
    };

    struct Place
    {
        const Column* column = nullptr;
        TrackId track;
        TrackKind kind = TrackKind::note;
        std::int64_t ticks = 0; ///< Within the step.
    };

    /** What a hand does to a recording, from the press of the button on. */
    struct Gesture
    {
        RegionBlock block;
        Region region; ///< As it was.
        RegionPart part = RegionPart::none;
        std::string name;
        std::function<void (Project&)> change;
    };

    const Project& shown() const { return draft ? *draft : deeds.session.project(); }

    void update();
    void layOut();
    void showChosen();
    float xOf (std::int64_t ticks) const;
    std::int64_t ticksAt (float x) const;
    std::int64_t snapped (std::int64_t ticks, const juce::ModifierKeys&) const;
    juce::Rectangle<float> cellArea (const Column&, const RowPlace&) const;
    juce::Rectangle<float> areaOf (const RegionBlock&) const;
    Place placeAt (juce::Point<float>) const;
    const RegionBlock* blockAt (juce::Point<float>, RegionPart&) const;
    void paintRuler (juce::Graphics&) const;
    void paintHeads (juce::Graphics&) const;
    void paintClip (juce::Graphics&, const Column&, const RowPlace&) const;
    void paintRegions (juce::Graphics&);
    float playX() const;
    void tryOut (const juce::MouseEvent&);
    void moveBlock (const juce::MouseEvent&);
    void openMenu (bool isRegion);
    void drop (const juce::String& file, juce::Point<float>);
    void showDrop (juce::Point<float>);

    Deeds& deeds;
    std::vector<Column> columns;
    std::vector<RowPlace> rows;
    std::vector<RegionBlock> blocks;
    RegionPainter painter;
    std::optional<Gesture> gesture;
    std::optional<Project> draft; ///< The project as it will be when the hand lets go.
    std::optional<juce::Rectangle<float>> dropMark;
    double pixelsPerBeat = 14, scrolled = 0;
    int lowered = 0;
    TrackId lastChosen;
    bool isFitted = true;
    float lastPlayX = -1;
    Subscription project, selection;
};

} // namespace athanor
