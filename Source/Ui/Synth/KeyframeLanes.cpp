// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/KeyframeLanes.h"

#include "Patch/PatchLimits.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int laneHeight = 22, rulerHeight = 24, nameWidth = 128, margin = 10;
constexpr float reach = 7; // pixels
} // namespace

KeyframeLanes::KeyframeLanes()
{
    setTitle ("Keyframes");
    setWantsKeyboardFocus (true);
    setTooltip ("Drag keyframes along the positions; a double-click adds one, with Alt a copy is dragged. Keys: up and down choose a lane, left and right move the position, with Ctrl the keyframe; Ctrl+D copies, Return adds, Delete removes.");
}

int KeyframeLanes::heightFor (int count) { return rulerHeight + std::max (1, count) * laneHeight + 6; }

void KeyframeLanes::setLanes (std::vector<Lane> wanted)
{
    if (std::exchange (lanes, std::move (wanted)) != lanes)
        repaint();
}

void KeyframeLanes::setPosition (float now)
{
    if (std::exchange (position, now) != now)
        repaint();
}

void KeyframeLanes::setChosen (int lane, int keyframe)
{
    chosenLane = lane;
    chosenKeyframe = keyframe;
    const auto isLane = lane >= 0 && lane < static_cast<int> (lanes.size());
    setDescription (isLane ? lanes[static_cast<std::size_t> (lane)].name + (keyframe >= 0 ? ", keyframe " + juce::String (keyframe + 1) : juce::String()) : juce::String());
    repaint();
}

juce::Rectangle<float> KeyframeLanes::track() const
{
    return getLocalBounds().toFloat().withTrimmedLeft (nameWidth).withTrimmedRight (margin);
}

juce::Point<float> KeyframeLanes::toPixels (int lane, int at) const
{
    const auto y = lane < 0 ? rulerHeight / 2 : rulerHeight + lane * laneHeight + laneHeight / 2;
    return { track().getX() + track().getWidth() * static_cast<float> (at) / patch::lastPosition, static_cast<float> (y) };
}

int KeyframeLanes::positionAt (float x) const
{
    return juce::jlimit (0, patch::lastPosition, juce::roundToInt ((x - track().getX()) / track().getWidth() * patch::lastPosition));
}

int KeyframeLanes::laneAt (float y) const
{
    return y < rulerHeight ? -1 : juce::jlimit (0, std::max (0, static_cast<int> (lanes.size()) - 1), static_cast<int> (y - rulerHeight) / laneHeight);
}

/** The nearest one within reach; -1: none. */
int KeyframeLanes::keyframeAt (int lane, float x) const
{
    if (lane < 0 || lane >= static_cast<int> (lanes.size()))
        return -1;

    const auto& all = lanes[static_cast<std::size_t> (lane)].positions;
    const auto away = [&] (int at) { return std::abs (toPixels (lane, at).x - x); };
    const auto nearest = std::ranges::min_element (all, {}, away);
    return nearest != all.end() && away (*nearest) <= reach ? static_cast<int> (nearest - all.begin()) : -1;
}

void KeyframeLanes::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    paintWell (g, getLocalBounds().toFloat(), t);

    for (int lane = 0; lane < static_cast<int> (lanes.size()); ++lane)
        paintLane (g, lane);

    paintPosition (g);

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, t);
}

void KeyframeLanes::paintLane (juce::Graphics& g, int lane) const
{
    const auto& t = tokens (*this);
    const auto& shown = lanes[static_cast<std::size_t> (lane)];
    const auto row = juce::Rectangle<int> (0, rulerHeight + lane * laneHeight, getWidth(), laneHeight);
    const auto isChosen = lane == chosenLane;

    if (isChosen)
    {
        g.setColour (t[Ink::raised]);
        g.fillRoundedRectangle (row.reduced (3, 1).toFloat(), radius::small);
    }

    drawWords (g, shown.name, row.withWidth (nameWidth - 8).withTrimmedLeft (shown.isSource ? margin : margin + 8), font (*this, Face::name, textSize::small), t[isChosen ? Ink::text : Ink::mute]);
    g.setColour (t[Ink::line]);
    g.fillRect (track().getX(), toPixels (lane, 0).y - 0.5f, track().getWidth(), 1.0f);

    for (int i = 0; i < static_cast<int> (shown.positions.size()); ++i)
    {
        const auto isHeld = isChosen && i == chosenKeyframe;
        const auto centre = toPixels (lane, isHeld && draggedTo >= 0 ? draggedTo : shown.positions[static_cast<std::size_t> (i)]);
        const auto size = isHeld ? 5.5f : 4.5f;
        juce::Path diamond;
        diamond.addPolygon (centre, 4, size, 0);
        g.setColour (t[isHeld ? Ink::ember : shown.isSource ? Ink::violet
                                                            : Ink::teal]);
        g.fillPath (diamond);
    }
}

void KeyframeLanes::paintPosition (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto x = track().getX() + track().getWidth() * position / patch::lastPosition;
    const auto y = toPixels (-1, 0).y;
    drawWords (g, "Position " + juce::String (position, 0), { margin, 0, nameWidth - margin, rulerHeight }, font (*this, Face::name, textSize::small), t[Ink::text]);
    g.setColour (t[Ink::line]);
    g.fillRoundedRectangle (track().getX(), y - 1.5f, track().getWidth(), 3, 1.5f);
    g.setColour (t[Ink::ember]);
    g.fillRoundedRectangle (track().getX(), y - 1.5f, x - track().getX(), 3, 1.5f);
    g.fillRect (x - 0.5f, y, 1.0f, static_cast<float> (getHeight()) - y - 4);
    g.fillEllipse (juce::Rectangle<float> (11, 11).withCentre ({ x, y }));
}

void KeyframeLanes::choose (int lane, int keyframe)
{
    setChosen (lane, keyframe);

    if (onChoose)
        onChoose (lane, keyframe);
}

void KeyframeLanes::mouseDown (const juce::MouseEvent& event)
{
    const auto lane = laneAt (event.position.y);
    movesPosition = lane < 0 && event.position.x >= track().getX() - reach;

    if (movesPosition)
        mouseDrag (event);
    else if (lane >= 0)
        choose (lane, keyframeAt (lane, event.position.x));
}

void KeyframeLanes::mouseDrag (const juce::MouseEvent& event)
{
    const auto along = juce::jlimit (0.0f, 1.0f, (event.position.x - track().getX()) / track().getWidth()) * patch::lastPosition;

    if (movesPosition)
    {
        setPosition (along);

        if (onPosition)
            onPosition (along, false);
    }
    else if (chosenKeyframe >= 0 && (draggedTo >= 0 || event.getDistanceFromDragStart() > 2))
    {
        draggedTo = positionAt (event.position.x);
        copies = event.mods.isAltDown();
        repaint();
    }
}

void KeyframeLanes::mouseUp (const juce::MouseEvent&)
{
    if (std::exchange (movesPosition, false) && onPosition)
        onPosition (position, true);

    const auto& act = copies ? onDuplicate : onMove;

    if (const auto to = std::exchange (draggedTo, -1); to >= 0 && act)
        act (chosenLane, chosenKeyframe, to);

    repaint();
}

void KeyframeLanes::mouseDoubleClick (const juce::MouseEvent& event)
{
    const auto lane = laneAt (event.position.y);

    if (lane >= 0 && lane < static_cast<int> (lanes.size()) && event.position.x >= track().getX() - reach && keyframeAt (lane, event.position.x) < 0 && onAdd)
        onAdd (lane, positionAt (event.position.x));
}

void KeyframeLanes::walk (int by, bool moves)
{
    if (! moves)
    {
        setPosition (juce::jlimit (0.0f, static_cast<float> (patch::lastPosition), std::round (position) + static_cast<float> (by)));

        if (onPosition)
            onPosition (position, true);
    }
    else if (chosenKeyframe >= 0 && onMove)
        onMove (chosenLane, chosenKeyframe, lanes[static_cast<std::size_t> (chosenLane)].positions[static_cast<std::size_t> (chosenKeyframe)] + by);
}

/** Some way on, or back where that is not possible. */
void KeyframeLanes::duplicate()
{
    constexpr int way = 16;
    const auto at = lanes[static_cast<std::size_t> (chosenLane)].positions[static_cast<std::size_t> (chosenKeyframe)];

    if (onDuplicate)
        onDuplicate (chosenLane, chosenKeyframe, at + way <= patch::lastPosition ? at + way : at - way);
}

bool KeyframeLanes::keyPressed (const juce::KeyPress& key)
{
    const auto isLane = chosenLane >= 0 && chosenLane < static_cast<int> (lanes.size());
    const auto code = key.getKeyCode();
    const auto isUp = code == juce::KeyPress::upKey, isLeft = code == juce::KeyPress::leftKey;

    if (! isLane)
        return false;

    if (isLeft || code == juce::KeyPress::rightKey)
        walk ((isLeft ? -1 : 1) * (key.getModifiers().isShiftDown() ? 16 : 1), key.getModifiers().isCtrlDown());
    else if (isUp || code == juce::KeyPress::downKey)
        choose (juce::jlimit (0, static_cast<int> (lanes.size()) - 1, chosenLane + (isUp ? -1 : 1)), 0);
    else if (key == juce::KeyPress ('d', juce::ModifierKeys::ctrlModifier, 0) && chosenKeyframe >= 0)
        duplicate();
    else if (code == juce::KeyPress::returnKey && onAdd)
        onAdd (chosenLane, juce::roundToInt (position));
    else if ((code == juce::KeyPress::deleteKey || code == juce::KeyPress::backspaceKey) && chosenKeyframe >= 0 && onRemove)
        onRemove (chosenLane, chosenKeyframe);
    else
        return false;

    return true;
}

void KeyframeLanes::focusGained (FocusChangeType) { repaint(); }

void KeyframeLanes::focusLost (FocusChangeType) { repaint(); }

} // namespace athanor
