// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Tracker/PatternView.h"

#include "App/PatternWords.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Kit/Live.h"

namespace athanor
{

namespace
{
constexpr int headArea = 62, footerHeight = 36, sideWidth = 200, fieldWidth = 62;
} // namespace

class PatternView::Footer : public juce::Component, public Live
{
public:
    explicit Footer (Deeds& d) : deeds (d)
    {
        connect (octave, &Selection::octave, "Octave of the lower row of note keys.");
        connect (step, &Selection::editStep, "How many lines the cursor goes down after a key.");

        for (auto* child : std::initializer_list<juce::Component*> { &edit, &follow, &octaveField, &stepField })
        {
            addAndMakeVisible (child);
            child->setMouseClickGrabsKeyboardFocus (false);
        }

        for (auto* field : { &octaveField, &stepField })
            field->setWantsKeyboardFocus (false);

        edit.onClick = [this] { deeds.run ("pattern.edit"); };
        edit.setTooltip ("Edit mode  " + deeds.keysOf ("pattern.edit") + ": keys write into the pattern where the cursor is.");
        follow.onClick = [this] { deeds.run ("transport.follow"); };
        update();
    }

    void update()
    {
        const auto now = deeds.session.selection();
        edit.setToggleState (now.isEditing, juce::dontSendNotification);
        follow.setToggleState (now.follows, juce::dontSendNotification);
        octaveField.refresh();
        stepField.refresh();

        updateHint();
    }

    void refresh() override
    {
        if (deeds.session.player().position().isPlaying != isPlaying)
            updateHint();
    }

    void paint (juce::Graphics& g) override
    {
        const auto& inks = tokens (*this);
        g.fillAll (inks[Ink::panel]);
        g.setColour (inks[Ink::line]);
        g.fillRect (getLocalBounds().removeFromTop (1));
        const auto left = stepField.getRight() + space::wide;
        drawWords (g, hint, { left, 0, getWidth() - left - space::pad, getHeight() }, font (*this, Face::name, textSize::small), inks[Ink::mute]);
    }

    void resized() override
    {
        auto area = getLocalBounds().reduced (space::pad, 3);
        edit.setBounds (area.removeFromLeft (30).withSizeKeepingCentre (30, 26));
        area.removeFromLeft (space::near);
        follow.setBounds (area.removeFromLeft (30).withSizeKeepingCentre (30, 26));
        area.removeFromLeft (space::pad);
        octaveField.setBounds (area.removeFromLeft (fieldWidth));
        stepField.setBounds (area.removeFromLeft (fieldWidth));
    }

private:
    void updateHint()
    {
        isPlaying = deeds.session.player().position().isPlaying;
        const juce::String words (hintFor (deeds.session.project(), settled (deeds.session.project(), deeds.session.selection()), isPlaying));

        if (words != hint)
        {
            hint = words;
            repaint();
        }
    }

    void connect (RangeTurnable& thing, int Selection::*member, const char* doc)
    {
        thing.sentence = doc;
        thing.onValue = [this, member] { return static_cast<float> (deeds.session.selection().*member); };
        thing.onTurn = [this, member] (float value) { deeds.session.select ([=] (Selection& now) { now.*member = juce::roundToInt (value); }); };
    }

    Deeds& deeds;
    juce::String hint;
    bool isPlaying = false;
    IconButton edit { Icon::edit, "Edit mode", Ink::ember, Ink::mute };
    IconButton follow { Icon::follow, "Follow", Ink::teal, Ink::mute };
    RangeTurnable octave { "Octave", whole (0, 9, 4) }, step { "Step", whole (0, 64, 1) };
    ValueField octaveField { octave }, stepField { step };
};

PatternView::PatternView (Deeds& d) : grid (d.session), deeds (d), sequence (d), instruments (d), footer (std::make_unique<Footer> (d))
{
    setMouseClickGrabsKeyboardFocus (false);
    footer->setMouseClickGrabsKeyboardFocus (false);
    headArea.setInterceptsMouseClicks (false, true);
    grid.setExplicitFocusOrder (1); // whoever comes to the page by a key writes notes

    for (auto* child : std::initializer_list<juce::Component*> { &grid, &headArea, &sequence, &instruments, footer.get() })
        addAndMakeVisible (child);

    grid.onLanes = [this] { placeHeads(); };
    grid.onMenu = [this] (juce::Point<int> place) { openMenu (place); };
    project = d.session.onProject.add ([this] { updateHeads(); });
    selection = d.session.onSelection.add ([this] { updateHeads(); });
    updateHeads();
}

PatternView::~PatternView() = default;

void PatternView::updateHeads()
{
    const auto tracks = patternTracks (deeds.session.project());
    const auto isSame = heads.size() == static_cast<int> (tracks.size()) && std::equal (tracks.begin(), tracks.end(), heads.begin(), [] (TrackId id, const TrackHead* head) { return head->track == id; });

    if (! isSame)
    {
        // A head that stays keeps its meter, and the drag that may just be moving it.
        juce::OwnedArray<TrackHead> before;
        before.swapWith (heads);

        for (const auto id : tracks)
        {
            const auto found = std::find_if (before.begin(), before.end(), [id] (const TrackHead* head) { return head->track == id; });
            auto* head = found != before.end() ? before.removeAndReturn (static_cast<int> (found - before.begin())) : new TrackHead (deeds, id);
            heads.add (head);
            headArea.addAndMakeVisible (head);
        }
    }

    for (auto* head : heads)
        head->update();

    placeHeads();
    footer->update();
}

void PatternView::placeHeads()
{
    for (auto* head : heads)
        if (const auto* lane = grid.lanes().lane (head->track))
        {
            const auto bounds = grid.boundsOfLane (*lane).getSmallestIntegerContainer() + grid.getPosition() - headArea.getPosition();
            head->setBounds (bounds.getX(), space::near, bounds.getWidth(), TrackHead::height);
        }
}

TrackHead* PatternView::headAbove (juce::Point<int> at) const
{
    for (auto* head : heads)
        if (const auto bounds = getLocalArea (head, head->getLocalBounds()); at.y < grid.getBottom() && at.x >= std::max (bounds.getX(), headArea.getX()) && at.x < std::min (bounds.getRight(), headArea.getRight()))
            return head;

    return nullptr;
}

bool PatternView::isInterestedInDragSource (const SourceDetails& details) { return details.description.toString().startsWith ("preset:"); }

void PatternView::itemDragMove (const SourceDetails& details)
{
    const auto* head = headAbove (details.localPosition);
    dropMark = head != nullptr ? std::optional (getLocalArea (head, head->getLocalBounds()).withBottom (grid.getBottom()).getIntersection (headArea.getBounds().withBottom (grid.getBottom()))) : std::nullopt;
    repaint();
}

void PatternView::itemDragExit (const SourceDetails&)
{
    dropMark.reset();
    repaint();
}

void PatternView::itemDropped (const SourceDetails& details)
{
    dropMark.reset();
    repaint();

    if (const auto* head = headAbove (details.localPosition))
        deeds.run ("preset.toTrack", { { "file", details.description.toString().fromFirstOccurrenceOf (":", false, false).toStdString() }, { "track", toHex (head->track.value) } });
}

void PatternView::paintOverChildren (juce::Graphics& g)
{
    if (! dropMark)
        return;

    g.setColour (tokens (*this)[Ink::teal].withAlpha (0.2f));
    g.fillRect (*dropMark);
}

void PatternView::paint (juce::Graphics& g)
{
    const auto& inks = tokens (*this);
    g.fillAll (inks[Ink::window]);
    const auto side = getLocalBounds().removeFromRight (sideWidth);
    g.setColour (inks[Ink::panel]);
    g.fillRect (side);
    g.setColour (inks[Ink::line]);
    g.fillRect (side.withWidth (1));
}

void PatternView::resized()
{
    auto area = getLocalBounds();
    auto side = area.removeFromRight (sideWidth).reduced (space::near, space::close);
    footer->setBounds (area.removeFromBottom (footerHeight));
    const auto top = area.removeFromTop (::athanor::headArea);
    grid.setBounds (area);

    const auto gutter = juce::roundToInt (grid.cellWidth() * GridWriter::gutter) - 2;
    headArea.setBounds (top.withTrimmedLeft (gutter));
    sequence.setBounds (side.removeFromTop (side.getHeight() * 45 / 100));
    side.removeFromTop (space::near);
    instruments.setBounds (side);
    placeHeads();
}

void PatternView::openMenu (juce::Point<int> place)
{
    juce::PopupMenu menu, transposing;

    for (const auto* action : { "pattern.semitoneUp", "pattern.semitoneDown", "pattern.octaveUp", "pattern.octaveDown", "pattern.transpose" })
        deeds.addTo (transposing, action);

    for (const auto* action : { "pattern.cut", "pattern.copy", "pattern.paste", "pattern.mixPaste", "pattern.clear", "", "mark.all", "mark.none", "" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.addSubMenu ("Transpose", transposing);

    for (const auto* action : { "pattern.interpolate", "pattern.setInstrument", "pattern.expand", "pattern.shrink", "", "pattern.insertLine", "pattern.removeLine", "", "pattern.showPanning", "pattern.showDelay" })
        if (*action == 0)
            menu.addSeparator();
        else
            deeds.addTo (menu, action);

    menu.showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea ({ place.x, place.y, 1, 1 }));
}

} // namespace athanor
