// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/AutomationLaneView.h"

#include "App/Edits/PatternPlaces.h"
#include "App/Parameters.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Kit/RangeTurnable.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr float marginX = 10, marginY = 9, dot = 4.5f, reach = 9;
}

AutomationLaneView::AutomationLaneView (Deeds& d) : deeds (d)
{
    setTitle ("Automation");
    setWantsKeyboardFocus (true);
    update();
}

void AutomationLaneView::update()
{
    const auto now = settled (deeds.session.project(), deeds.session.selection());
    const auto wanted = shownLane (now);

    if (! (wanted == place))
    {
        place = wanted;
        gesture = Gesture::none;
        draft.reset();
    }

    length = lengthOfLane (deeds.session.project(), place);
    step = stepOfLane (deeds.session.project(), place);
    repaint();
}

juce::Point<float> AutomationLaneView::placeOf (Ticks at, double value) const
{
    const auto way = static_cast<float> (static_cast<double> (at.value) / static_cast<double> (std::max<std::int64_t> (1, length.value)));
    return { marginX + way * (static_cast<float> (getWidth()) - 2 * marginX), static_cast<float> (getHeight()) - marginY - static_cast<float> (value) * (static_cast<float> (getHeight()) - 2 * marginY) };
}

Ticks AutomationLaneView::ticksAt (float x) const
{
    const auto way = juce::jlimit (0.0, 1.0, static_cast<double> ((x - marginX) / std::max (1.0f, static_cast<float> (getWidth()) - 2 * marginX)));
    return Ticks (static_cast<std::int64_t> (way * static_cast<double> (length.value)));
}

double AutomationLaneView::valueAt (float y) const
{
    return juce::jlimit (0.0, 1.0, static_cast<double> ((static_cast<float> (getHeight()) - marginY - y) / std::max (1.0f, static_cast<float> (getHeight()) - 2 * marginY)));
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

juce::String AutomationLaneView::textOf (double value) const
{
    const auto address = parseParameterAddress (place.address);

    if (! address)
        return {};

    const auto range = rangeOf (deeds.session.project(), *address);
    return valueText (range, range.fromPosition (static_cast<float> (value)));
}

float AutomationLaneView::playX() const
{
    const auto now = deeds.session.player().position();

    if (! now.isPlaying || now.pattern != place.pattern || length.value <= 0)
        return -1;

    return placeOf (Ticks (now.inPattern.value % length.value), 0).x;
}

void AutomationLaneView::refresh()
{
    const auto x = playX();

    if (x == lastPlayX)
        return;

    for (const auto at : { lastPlayX, x })
        repaint (juce::roundToInt (at) - 2, 0, 5, getHeight());

    lastPlayX = x;
}

void AutomationLaneView::paintGrid (juce::Graphics& g) const
{
    const auto& inks = tokens (*this);
    const auto beat = ticksPerBeat;
    const auto perLine = placeOf (step, 0).x - placeOf (Ticks(), 0).x;
    g.setColour (inks[Ink::line].withAlpha (0.35f));

    if (perLine > 7)
        for (auto at = Ticks(); at < length; at += step)
            g.fillRect (placeOf (at, 0).x, 2.0f, 1.0f, static_cast<float> (getHeight()) - 4);

    for (std::int64_t at = 0; at < length.value; at += beat)
    {
        g.setColour (inks[Ink::line].withAlpha (at / beat % 4 == 0 ? 1.0f : 0.6f));
        g.fillRect (placeOf (Ticks (at), 0).x, 2.0f, 1.0f, static_cast<float> (getHeight()) - 4);
    }

    g.setColour (inks[Ink::line].withAlpha (0.5f));

    for (const auto value : { 0.0, 0.25, 0.5, 0.75, 1.0 })
        g.fillRect (marginX, placeOf (Ticks(), value).y, static_cast<float> (getWidth()) - 2 * marginX, 1.0f);
}

void AutomationLaneView::paintCurve (juce::Graphics& g, const AutomationLane& lane) const
{
    const auto& inks = tokens (*this);
    juce::Path path;
    const auto first = lane.points.begin();
    path.startNewSubPath (placeOf (Ticks(), first->second->value));
    auto holds = false;
    auto last = first->second->value;

    for (const auto& [at, point] : lane.points)
    {
        if (holds)
            path.lineTo (placeOf (at, last));

        path.lineTo (placeOf (at, point->value));
        holds = point->isStep;
        last = point->value;
    }

    path.lineTo (placeOf (length, last));
    auto body = path;
    body.lineTo (placeOf (length, 0));
    body.lineTo (placeOf (Ticks(), 0));
    body.closeSubPath();
    g.setColour (inks[Ink::teal].withAlpha (0.12f));
    g.fillPath (body);
    g.setColour (inks[Ink::teal]);
    g.strokePath (path, juce::PathStrokeType (2.0f));

    const auto& chosen = draft ? landed : deeds.session.selection().points;

    for (const auto& [at, point] : lane.points)
    {
        const auto isChosen = chosen.contains (at);
        const auto side = 2 * (dot + (isChosen || at == hovered ? 1.5f : 0.0f));
        const auto area = juce::Rectangle<float> (side, side).withCentre (placeOf (at, point->value));
        g.setColour (inks[isChosen ? Ink::text : Ink::teal]);
        point->isStep ? g.fillRect (area.reduced (1)) : g.fillEllipse (area);
    }
}

void AutomationLaneView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    paintWell (g, getLocalBounds().toFloat(), inks);
    paintGrid (g);

    if (band)
    {
        g.setColour (inks[Ink::ember].withAlpha (0.14f));
        g.fillRect (juce::Rectangle<float> (band->getStart(), 0, band->getLength(), static_cast<float> (getHeight())));
    }

    const auto* lane = laneAt (shown(), place);

    if (lane != nullptr && ! lane->points.empty())
        paintCurve (g, *lane);
    else if (const auto address = parseParameterAddress (place.address))
    {
        const auto range = rangeOf (deeds.session.project(), *address);
        const auto y = placeOf (Ticks(), static_cast<double> (range.toPosition (valueOf (deeds.session.project(), *address)))).y;
        g.setColour (inks[Ink::faint]);
        g.drawHorizontalLine (juce::roundToInt (y), marginX, static_cast<float> (getWidth()) - marginX);
        drawWords (g, "Click for a point. Ctrl draws freely, Shift chooses, right-click for shapes.", getLocalBounds(), font (*this, Face::name, textSize::small), inks[Ink::mute], juce::Justification::centred);
    }

    if (const auto x = playX(); x >= 0)
    {
        g.setColour (inks[Ink::ember]);
        g.fillRect (x, 2.0f, 1.5f, static_cast<float> (getHeight()) - 4);
    }

    if (hasKeyboardFocus (false))
        drawFocusRing (g, getLocalBounds().toFloat(), radius::tabs, inks);
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
