// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse and the keys do on an automation lane: one gesture is tried out on a draft, and done when the hand lets go.
#include "App/Parameters.h"
#include "Ui/Chain/AutomationLaneView.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/RangeTurnable.h"

namespace athanor
{

namespace
{
constexpr float reach = 9; // pixels from a point in which the mouse is on it
}

Ticks AutomationLaneView::snapped (Ticks at, const juce::ModifierKeys& keys) const
{
    if (keys.isCtrlDown() || step.value <= 0)
        return at;

    const auto line = (at.value + step.value / 2) / step.value;
    return Ticks (std::min (line, (length.value - 1) / step.value) * step.value);
}

std::optional<Ticks> AutomationLaneView::pointAt (juce::Point<float> at) const
{
    std::optional<Ticks> best;
    auto nearest = reach;

    if (const auto* lane = laneAt (shown(), place))
        for (const auto& [time, point] : lane->points)
            if (const auto away = placeOf (time, point->value).getDistanceFrom (at); away < nearest)
            {
                nearest = away;
                best = time;
            }

    return best;
}

void AutomationLaneView::choose (std::set<Ticks> points)
{
    deeds.session.select ([&] (Selection& selection) { selection.points = std::move (points); });
    repaint();
}

/** Shows what a gesture would do; mouseUp does it. */
void AutomationLaneView::tryOut (std::string name, Change change)
{
    gestureName = std::move (name);
    gestureChange = std::move (change);
    draft = deeds.session.project();
    gestureChange (*draft);
    repaint();
}

void AutomationLaneView::mouseDown (const juce::MouseEvent& event)
{
    grabKeyboardFocus();

    if (place.address.empty())
        return;

    const auto under = pointAt (event.position);
    const auto& chosen = deeds.session.selection().points;

    if (under && event.mods.isShiftDown())
    {
        auto more = chosen;

        if (! more.insert (*under).second)
            more.erase (*under);

        return choose (more);
    }

    if (under && ! chosen.contains (*under))
        choose ({ *under });

    if (event.mods.isPopupMenu())
        return openMenu (event);

    heldAt = under.value_or (snapped (ticksAt (event.position.x), event.mods));
    heldValue = valueAt (event.position.y);
    isNewPoint = ! under;

    if (! under && event.mods.isShiftDown())
        gesture = Gesture::band;
    else if (! under && event.mods.isCtrlDown())
    {
        gesture = Gesture::pencil;
        strokes.clear();
        lastStroke = { ticksAt (event.position.x), heldValue };
        drawFreely (event);
    }
    else
    {
        gesture = Gesture::point;
        held = under ? deeds.session.selection().points : std::set<Ticks> { heldAt };

        if (isNewPoint)
            movePoint (event);
    }
}

void AutomationLaneView::mouseDrag (const juce::MouseEvent& event)
{
    if (gesture == Gesture::point && (isNewPoint || event.mouseWasDraggedSinceMouseDown()))
        movePoint (event);
    else if (gesture == Gesture::pencil)
        drawFreely (event);
    else if (gesture == Gesture::band)
    {
        band = juce::Range<float>::between (event.mouseDownPosition.x, event.position.x);
        repaint();
    }
}

void AutomationLaneView::movePoint (const juce::MouseEvent& event)
{
    const auto by = snapped (ticksAt (event.position.x), event.mods) - heldAt;
    const auto value = valueAt (event.position.y);

    if (isNewPoint)
    {
        const auto at = heldAt + by;
        landed = { at };
        tryOut ("draw automation", [place = place, at, value] (Project& project) { setPoint (project, place, at, value); });
    }
    else
    {
        const auto to = std::make_shared<std::set<Ticks>>();
        tryOut (held.size() > 1 ? "move automation points" : "move automation point", [place = place, points = held, by, up = value - heldValue, to] (Project& project) { *to = movePoints (project, place, points, by, up); });
        landed = *to;
    }

    setTooltip (textOf (value));
}

void AutomationLaneView::drawFreely (const juce::MouseEvent& event)
{
    const std::pair now { ticksAt (event.position.x), valueAt (event.position.y) };
    strokes.push_back ([place = place, from = lastStroke, to = now, step = step] (Project& project) { drawStroke (project, place, from.first, from.second, to.first, to.second, step); });
    lastStroke = now;
    landed.clear();
    tryOut ("draw automation", [all = strokes] (Project& project) {
        for (const auto& stroke : all)
            stroke (project);
    });
}

void AutomationLaneView::mouseUp (const juce::MouseEvent& event)
{
    if (gesture == Gesture::band)
    {
        std::set<Ticks> marked;

        if (const auto* lane = laneAt (deeds.session.project(), place); lane != nullptr && band)
            for (const auto& [at, point] : lane->points)
                if (band->contains (placeOf (at, point->value).x))
                    marked.insert (at);

        band.reset();
        choose (marked);
    }
    else if (draft)
    {
        draft.reset();
        deeds.session.edit (gestureName, gestureChange);
        choose (landed);
    }
    else if (gesture == Gesture::point && ! event.mods.isPopupMenu() && ! isNewPoint)
        choose ({ heldAt });

    gesture = Gesture::none;
    repaint();
}

void AutomationLaneView::mouseMove (const juce::MouseEvent& event)
{
    const auto now = pointAt (event.position);
    setTooltip (place.address.empty() ? juce::String() : textOf (valueAt (event.position.y)));

    if (now != hovered)
    {
        hovered = now;
        setMouseCursor (hovered ? juce::MouseCursor::PointingHandCursor : juce::MouseCursor::NormalCursor);
        repaint();
    }
}

void AutomationLaneView::mouseExit (const juce::MouseEvent&)
{
    hovered.reset();
    repaint();
}

void AutomationLaneView::mouseDoubleClick (const juce::MouseEvent& event)
{
    // The first click of the two made a point where there was none: then nothing is to be taken away.
    if (const auto under = pointAt (event.position); under && ! isNewPoint)
    {
        choose ({ *under });
        deeds.run ("automation.remove");
    }
}

void AutomationLaneView::openMenu (const juce::MouseEvent& event)
{
    juce::PopupMenu menu;

    if (const auto under = pointAt (event.position))
        menu.addItem (juce::CharPointer_UTF8 ("Type a value\xe2\x80\xa6"), [safe = SafePointer (this), at = *under] {
            if (safe != nullptr)
                safe->typeValue (at);
        });

    for (const auto* action : { "automation.hold", "automation.remove", "", "automation.rampUp", "automation.rampDown", "automation.sine", "automation.triangle", "automation.square", "automation.smooth", "automation.random", "", "automation.copy", "automation.paste", "automation.selectAll", "automation.clear" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
}

void AutomationLaneView::typeValue (Ticks at)
{
    const auto address = parseParameterAddress (place.address);
    const auto* lane = laneAt (deeds.session.project(), place);
    const auto* point = lane != nullptr ? lane->points.find (at) : nullptr;

    if (! address || point == nullptr)
        return;

    const auto range = rangeOf (deeds.session.project(), *address);
    FormField field { .id = "value", .label = "Value", .kind = FormField::Kind::text, .doc = "As on the knob." };
    field.value = textOf (point->value);
    deeds.ask (std::make_unique<Form> ("Automation point", std::vector { field }, "Set", [this, at, range] (const Form::Values& values) -> juce::String {
        const auto typed = parseValue (range, values["value"].toString().toStdString());

        if (! typed)
            return "That is no value of this knob.";

        deeds.session.edit ("set automation point", [&] (Project& project) { setPoint (project, place, at, static_cast<double> (range.toPosition (*typed))); });
        return {};
    }));
}

bool AutomationLaneView::keyPressed (const juce::KeyPress& key) { return ! place.address.empty() && deeds.perform (key, "automation"); }

} // namespace athanor
