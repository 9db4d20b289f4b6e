// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/CopilotPanel.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int margin = 14, headHeight = 30, rowHeight = 44, lineHeight = 15;
const char* const welcome = "Say what you want to hear, in your own words: what kind of sound, how it is, what it does, what it must not have.";
} // namespace

/** A quiet line that can be pressed. */
class CopilotPanel::Line : public juce::Button
{
public:
    Line() : Button ("Privacy") { setMouseClickGrabsKeyboardFocus (false); }

    int idealWidth() const { return widthOf (getButtonText(), font (*this, Face::name, textSize::small)) + 18; }

    void paintButton (juce::Graphics& g, bool isOver, bool) override
    {
        const auto& t = tokens (*this);
        drawWords (g, getButtonText(), getLocalBounds().reduced (8, 0), font (*this, Face::name, textSize::small), t[isOver ? Ink::text : Ink::mute], juce::Justification::centredRight);

        if (hasKeyboardFocus (false))
            drawFocusRing (g, getLocalBounds().toFloat(), radius::small, t);
    }
};

/** A row for a sound that was made before. */
class CopilotPanel::Earlier : public juce::Button
{
public:
    explicit Earlier (ShownEarlier e) : Button (e.name), shown (std::move (e))
    {
        setTitle (shown.name + ", " + shown.subtitle);
        setTooltip ("Shows it again.");
        setMouseClickGrabsKeyboardFocus (false);
    }

    const ShownEarlier shown;

    void paintButton (juce::Graphics& g, bool isOver, bool isDown) override
    {
        const auto& t = tokens (*this);
        const auto area = getLocalBounds().toFloat();

        if (isOver || isDown)
        {
            g.setColour (lifted (t[Ink::raised], t, isOver, isDown));
            g.fillRoundedRectangle (area, radius::control);
        }

        auto words = getLocalBounds().reduced (space::close, space::tight);
        const auto square = words.removeFromLeft (words.getHeight()).toFloat();
        juce::Path shape;
        shape.addRoundedRectangle (square, radius::small);

        if (shown.cover.isValid())
        {
            juce::Graphics::ScopedSaveState keep (g);
            g.reduceClipRegion (shape);
            g.drawImage (shown.cover, square);
        }
        else
        {
            g.setColour (t[Ink::control]);
            g.fillPath (shape);
        }

        words.removeFromLeft (space::gap);
        drawWords (g, shown.name, words.removeFromTop (18), font (*this, Face::name, textSize::body), t[Ink::text]);
        drawWords (g, shown.subtitle, words.removeFromTop (15), font (*this, Face::name, textSize::small), t[Ink::mute]);

        if (hasKeyboardFocus (false))
            drawFocusRing (g, area, radius::control, t);
    }
};

CopilotPanel::CopilotPanel() : privacyLine (std::make_unique<Line>())
{
    auto& privacy = *privacyLine;
    setTitle ("Copilot");

    // Who presses beside a button goes on playing.
    for (auto* ground : std::initializer_list<juce::Component*> { this, &page, &scroller, &card, &card.why, &variations })
        ground->setMouseClickGrabsKeyboardFocus (false);

    setFocusContainerType (FocusContainerType::focusContainer);

    for (auto* child : std::initializer_list<juce::Component*> { &privacy, &prompt, &scroller })
        addAndMakeVisible (child);

    addChildComponent (request); // in sight wherever the page is

    for (auto* child : std::initializer_list<juce::Component*> { &card, &variations })
        page.addChildComponent (child);

    scroller.setViewedComponent (&page, false);
    scroller.setScrollBarsShown (true, false);
    scroller.setWantsKeyboardFocus (false);
    privacy.onClick = [this] { onPrivacy ? onPrivacy() : void(); };
    prompt.onAsk = [this] (const juce::String& words) { onAsk ? onAsk (words) : void(); };
    prompt.onLayout = [this] { resized(); };
    request.onAction = [this] { onCancel ? onCancel() : void(); };
    card.onLayout = [this] { layOutPage(); };
    juce::Desktop::getInstance().addFocusChangeListener (this);
}

CopilotPanel::~CopilotPanel() { juce::Desktop::getInstance().removeFocusChangeListener (this); }

void CopilotPanel::show (ShownCopilot now)
{
    auto& privacy = *privacyLine;
    const auto hasNewHints = now.hints != state.hints;
    state = std::move (now);
    privacy.setButtonText (state.privacy);
    privacy.setTitle ("Who understands the words: " + state.privacy);
    privacy.setTooltip ("Who understands the words: " + state.privacy + ".");
    request.setVisible (state.request.has_value());
    request.setState (state.request.value_or (ProgressRow::State {}));
    prompt.setHint (state.there.isNotEmpty() ? "How should it change, or what is next?" : "What should it sound like?");
    card.setVisible (state.result.has_value());

    if (state.result)
        card.show (*state.result);

    variations.setVisible (state.variations.size() > 1);
    variations.set (state.variations, state.variation);

    if (hasNewHints)
        showHints();

    showEarlier();
    resized();
    repaint();
}

void CopilotPanel::showHints()
{
    chips.clear();

    for (const auto& hint : state.hints)
    {
        auto& chip = *chips.emplace_back (std::make_unique<Chip> (hint));
        chip.setTooltip (state.there.isNotEmpty() ? "Changes " + state.there + " so." : juce::String ("Asks for it."));
        chip.onClick = [safe = SafePointer (this), hint] {
            // What is asked makes other hints.
            juce::MessageManager::callAsync ([safe, hint] {
                if (safe != nullptr && safe->onAsk)
                    safe->onAsk (hint);
            });
        };
        page.addAndMakeVisible (chip);
    }
}

void CopilotPanel::showEarlier()
{
    const auto isSame = state.earlier.size() == earlier.size() && std::equal (state.earlier.begin(), state.earlier.end(), earlier.begin(), [] (const ShownEarlier& a, const auto& b) { return a.name == b->shown.name && a.subtitle == b->shown.subtitle && a.cover.isValid() == b->shown.cover.isValid(); });

    if (isSame)
        return;

    earlier.clear();

    for (int i = 0; i < static_cast<int> (state.earlier.size()); ++i)
    {
        auto& row = *earlier.emplace_back (std::make_unique<Earlier> (state.earlier[static_cast<std::size_t> (i)]));
        row.onClick = [safe = SafePointer (this), i] {
            juce::MessageManager::callAsync ([safe, i] {
                if (safe != nullptr && safe->onEarlier)
                    safe->onEarlier (i);
            });
        };
        page.addAndMakeVisible (row);
    }
}

/** Below the prompt, in rows; whole prompts have a row each. */
int CopilotPanel::placeHints (juce::Rectangle<int> area)
{
    std::vector<std::pair<juce::Component*, int>> items;

    for (const auto& chip : chips)
        items.emplace_back (chip.get(), std::min (chip->idealWidth(), area.getWidth()));

    return items.empty() ? 0 : layOutInRows (area, items, state.there.isEmpty() ? 24 : Chip::idealHeight, space::close) + space::gap;
}

void CopilotPanel::layOutPage()
{
    const auto width = std::max (120, scroller.getWidth() - margin);
    juce::Rectangle<int> area { 0, 0, width, 1 << 20 };
    const auto place = [&area] (juce::Component& child, int height) {
        if (child.isVisible())
        {
            child.setBounds (area.removeFromTop (height));
            area.removeFromTop (space::gap);
        }
    };

    welcomeArea = problemArea = {};

    if (state.problem.isNotEmpty())
    {
        const auto lines = juce::jlimit (1, 5, linesOf (state.problem, font (*this, Face::name, textSize::device), width));
        problemArea = area.removeFromTop (lines * (lineHeight + 1) + space::near);
    }

    if (! state.result && ! state.request)
        welcomeArea = area.removeFromTop (linesOf (welcome, font (*this, Face::name, textSize::device), width) * (lineHeight + 1) + space::near);

    area.removeFromTop (placeHints (area));
    place (card, card.heightFor (width));
    place (variations, variations.heightFor (width));
    earlierTop = area.getY();

    if (! earlier.empty())
        area.removeFromTop (headHeight - 6);

    for (const auto& row : earlier)
        row->setBounds (area.removeFromTop (rowHeight));

    page.setSize (width, area.getY() + space::gap);
    page.repaint();
}

/** What gets the keys comes into sight. */
void CopilotPanel::globalFocusChanged (juce::Component* focused)
{
    if (focused == nullptr || ! page.isParentOf (focused))
        return;

    const auto area = page.getLocalArea (focused, focused->getLocalBounds()).expanded (0, space::gap);
    const auto sight = scroller.getViewArea();

    if (area.getY() < sight.getY())
        scroller.setViewPosition (0, area.getY());
    else if (area.getBottom() > sight.getBottom())
        scroller.setViewPosition (0, std::min (area.getY(), area.getBottom() - sight.getHeight()));
}

void CopilotPanel::resized()
{
    auto& privacy = *privacyLine;
    auto area = getLocalBounds().withTrimmedLeft (1);
    auto head = area.removeFromTop (headHeight + 14).reduced (margin, 7);
    privacy.setBounds (head.removeFromRight (std::min (privacy.idealWidth(), head.getWidth() - 60)).translated (8, 0));
    prompt.setBounds (area.removeFromTop (prompt.heightFor (area.getWidth())).reduced (margin, 0));
    area.removeFromTop (space::pad);

    if (request.isVisible())
    {
        request.setBounds (area.removeFromTop (ProgressRow::idealHeight).reduced (margin, 0));
        area.removeFromTop (space::gap);
    }

    scroller.setBounds (area.withTrimmedLeft (margin));
    layOutPage();
}

void CopilotPanel::paintPage (juce::Graphics& g) const
{
    const auto& t = tokens (*this);
    const auto plain = font (*this, Face::name, textSize::device);

    if (! problemArea.isEmpty())
        drawParagraph (g, state.problem, problemArea, lineHeight + 1, plain, t[Ink::rose]);

    if (! welcomeArea.isEmpty())
        drawParagraph (g, welcome, welcomeArea, lineHeight + 1, plain, t[Ink::mute]);

    if (! earlier.empty())
        drawWords (g, "Earlier", { 0, earlierTop, page.getWidth(), headHeight - 8 }, font (*this, Face::nameMedium, textSize::small), t[Ink::mute]);
}

void CopilotPanel::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    g.setColour (t[Ink::line]);
    g.fillRect (0, 0, 1, getHeight());
    drawWords (g, "Copilot", { margin + 1, 7, 80, headHeight }, font (*this, Face::nameStrong, textSize::title), t[Ink::text]);
}

} // namespace athanor
