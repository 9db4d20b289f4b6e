// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/StartSheet.h"

#include "Ui/Files/ListSheet.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{
constexpr int margin = 20, titleHeight = 26, headingHeight = 24, recentWidth = 300, cardHeight = 168, cardGap = 10, pictureHeight = 62, columns = 3;

juce::String kindOf (const std::filesystem::path& path)
{
    const auto ending = juce::String (path.extension().string()).substring (1);
    return ending == "athanor" ? juce::String() : ending.toUpperCase() + ", ";
}
} // namespace

/** One thing to begin with: a picture of where its tracks play, its name and a sentence. */
class StartSheet::PointCard : public juce::Button
{
public:
    PointCard (StartSheet& s, const StartingPoint& p) : Button (p.name), sheet (s), point (p)
    {
        setTitle (point.name);
        setDescription (point.detail + ". " + point.facts);
        setTooltip (point.detail);
    }

    void mouseDown (const juce::MouseEvent& event) override
    {
        if (! event.mods.isPopupMenu())
            return Button::mouseDown (event);

        if (! point.isOwn)
            return;

        juce::PopupMenu menu;
        menu.addItem ("Delete this template", [safe = SafePointer (&sheet), name = point.name] {
            if (safe != nullptr)
                safe->askToDelete (name);
        });
        menu.showMenuAsync (juce::PopupMenu::Options().withMousePosition());
    }

    void clicked() override { sheet.leaveAnd ("file.startFrom", { { "template", point.name } }); }

    bool keyPressed (const juce::KeyPress& key) override
    {
        if (key == juce::KeyPress::deleteKey && point.isOwn)
        {
            sheet.askToDelete (point.name);
            return true;
        }

        const auto step = key == juce::KeyPress::rightKey ? 1 : key == juce::KeyPress::leftKey ? -1
                                                            : key == juce::KeyPress::downKey   ? columns
                                                            : key == juce::KeyPress::upKey     ? -columns
                                                                                               : 0;

        if (step == 0)
            return Button::keyPressed (key);

        const auto target = juce::jlimit (0, sheet.cards.size() - 1, sheet.cards.indexOf (this) + step);
        sheet.cards[target]->grabKeyboardFocus();
        return true;
    }

    void focusGained (FocusChangeType cause) override
    {
        Button::focusGained (cause);
        const auto shown = sheet.view.getViewArea();

        if (getY() < shown.getY() || getBottom() > shown.getBottom())
            sheet.view.setViewPosition (0, getY() < shown.getY() ? getY() : getBottom() - shown.getHeight());
    }

    void paintButton (juce::Graphics& g, bool isOver, bool isDown) override
    {
        const auto& t = tokens (*this);
        const auto whole = getLocalBounds().toFloat();
        g.setColour (lifted (t[Ink::raised], t, isOver, isDown));
        g.fillRoundedRectangle (whole, radius::card);
        auto area = getLocalBounds().reduced (space::gap);
        paintPicture (g, area.removeFromTop (pictureHeight).toFloat());
        area.removeFromTop (space::close);
        auto line = area.removeFromTop (18);
        drawWords (g, point.name, line, font (*this, Face::nameStrong, textSize::body), t[Ink::text]);
        drawWords (g, point.facts, area.removeFromTop (14), font (*this, Face::name, textSize::value), t[Ink::mute]);

        juce::AttributedString words;
        words.append (point.detail, font (*this, Face::name, textSize::value), t[Ink::faint].interpolatedWith (t[Ink::mute], 0.6f));
        words.draw (g, area.withTrimmedTop (2).toFloat());

        if (hasKeyboardFocus (false))
            drawFocusRing (g, whole, radius::card, t);
    }

private:
    void paintPicture (juce::Graphics& g, juce::Rectangle<float> area) const
    {
        const auto& t = tokens (*this);
        paintWell (g, area, t);

        if (point.outline.rows == 0)
            return;

        area = area.reduced (6);
        const auto row = std::min (7.0f, area.getHeight() / static_cast<float> (point.outline.rows));
        const auto top = area.getCentreY() - row * static_cast<float> (point.outline.rows) / 2;

        // A row without notes is an empty track: a thin line.
        for (int i = 0; i < point.outline.rows; ++i)
        {
            g.setColour (t[Tokens::trackInk (point.outline.colours[static_cast<std::size_t> (i)])].withAlpha (0.25f));
            g.fillRect (area.getX(), top + row * static_cast<float> (i) + row / 2 - 0.5f, area.getWidth(), 1.0f);
        }

        for (const auto& bar : point.outline.bars)
        {
            g.setColour (t[Tokens::trackInk (point.outline.colours[static_cast<std::size_t> (bar.row)])]);
            g.fillRoundedRectangle (area.getX() + area.getWidth() * static_cast<float> (bar.start), top + row * static_cast<float> (bar.row) + 1, std::max (2.0f, area.getWidth() * static_cast<float> (bar.end - bar.start) - 1), row - 2, 1.5f);
        }
    }

    StartSheet& sheet;
    const StartingPoint point;
};

StartSheet::StartSheet (Deeds& d, At where) : Sheet ("Start"), deeds (d), at (where)
{
    setDescription ("Open a recent project, or begin a new one.");

    fillCards();
    view.setViewedComponent (&board, false);
    view.setScrollBarThickness (measure::scrollbar);
    recent.onActivate = [this] (int row) { leaveAnd ("file.open", { { "file", files[static_cast<std::size_t> (row)].path.string() } }); };
    recent.onMenu = [this] (int row, juce::PopupMenu& menu) {
        menu.addItem ("Forget this one", [this, path = files[static_cast<std::size_t> (row)].path] {
            deeds.session.preferences().forgetRecent (path);
            fillRecent();
        });
    };
    open.onClick = [this] { leaveAnd ("file.open"); };
    close.onClick = [this] { dismiss(); };
    atStart.setButtonText ("Show this at the start");
    atStart.setToggleState (deeds.session.preferences().truth ("welcome.show", true), juce::dontSendNotification);
    atStart.onClick = [this] { deeds.session.preferences().set ("welcome.show", atStart.getToggleState()); };

    for (auto* child : std::initializer_list<juce::Component*> { &recent, &view, &open, &close, &atStart })
        addAndMakeVisible (child);

    fillRecent();
}

StartSheet::~StartSheet() = default;

void StartSheet::fillRecent()
{
    files = deeds.session.preferences().recentFiles();
    std::vector<Row> rows;

    for (const auto& file : files)
        rows.push_back ({ .text = file.title, .detail = kindOf (file.path) + whenText (file.opened), .icon = Icon::file, .doc = file.path.string() });

    recent.setRows (std::move (rows));

    if (! files.empty())
        recent.choose (0);
}

void StartSheet::fillCards()
{
    cards.clear();

    for (const auto& point : startingPoints())
        board.addAndMakeVisible (cards.add (new PointCard (*this, point)));
}

void StartSheet::askToDelete (const std::string& name)
{
    const auto perform = [safe = SafePointer (this), name] {
        if (safe == nullptr)
            return;

        safe->deeds.run ("file.deleteTemplate", { { "name", name } });
        safe->fillCards();
        safe->layOutCards();
    };
    std::vector<Answer> answers { { "Delete", perform, Answer::Kind::danger }, { "Cancel" } };
    deeds.ask (std::make_unique<Question> ("Delete the template \"" + juce::String (name) + "\"?", "It cannot be brought back. Songs that were made from it stay as they are.", std::move (answers)));
}

void StartSheet::leaveAnd (const std::string& action, Arguments arguments)
{
    // The sheet goes before the action may show another one.
    auto& then = deeds;
    dismiss();
    juce::MessageManager::callAsync ([&then, action, arguments] { then.run (action, arguments); });
}

juce::Point<int> StartSheet::idealSize (juce::Rectangle<int> window) const { return { juce::jmin (960, window.getWidth()), juce::jmin (600, window.getHeight()) }; }

juce::Component* StartSheet::firstFocus()
{
    if (at == At::recent && ! files.empty())
        return &recent.listBox();

    return cards.isEmpty() ? static_cast<juce::Component*> (&open) : cards.getFirst();
}

void StartSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    const auto title = getLocalBounds().reduced (margin).withHeight (titleHeight);
    drawIcon (g, Icon::flame, title.withWidth (18).toFloat(), t[Ink::ember]);
    drawWords (g, "What will it be today?", title.withTrimmedLeft (26), font (*this, Face::nameStrong, 16), t[Ink::text]);
    drawWords (g, "Recent", recent.getBounds().withHeight (headingHeight).translated (4, -headingHeight), font (*this, Face::nameStrong, textSize::device), t[Ink::mute]);
    drawWords (g, "Begin a new project", view.getBounds().withHeight (headingHeight).translated (0, -headingHeight), font (*this, Face::nameStrong, textSize::device), t[Ink::mute]);
    paintWell (g, recent.getBounds().toFloat().expanded (4), t);

    if (files.empty())
        drawWords (g, "What you open is listed here.", recent.getBounds().withHeight (60), font (*this, Face::name, textSize::body), t[Ink::mute], juce::Justification::centred);
}

void StartSheet::resized()
{
    auto area = getLocalBounds().reduced (margin);
    area.removeFromTop (titleHeight + space::near + headingHeight);
    auto line = area.removeFromBottom (measure::button);
    open.setBounds (line.removeFromLeft (juce::jmax (72, open.idealWidth())));
    close.setBounds (line.removeFromRight (juce::jmax (72, close.idealWidth())));
    line.removeFromRight (space::wide);
    atStart.setBounds (line.removeFromRight (190));
    area.removeFromBottom (space::wide);
    recent.setBounds (area.removeFromLeft (juce::jmin (recentWidth, area.getWidth() / 3)).reduced (4, 0));
    area.removeFromLeft (margin);
    view.setBounds (area);
    layOutCards();
}

void StartSheet::layOutCards()
{
    const auto rows = (cards.size() + columns - 1) / columns;
    const auto height = rows * (cardHeight + cardGap) - cardGap;
    const auto width = view.getWidth() - (height > view.getHeight() ? measure::scrollbar + 2 : 0);
    const auto each = (width - (columns - 1) * cardGap) / columns;
    board.setSize (width, juce::jmax (1, height));

    for (int i = 0; i < cards.size(); ++i)
        cards[i]->setBounds ((i % columns) * (each + cardGap), (i / columns) * (cardHeight + cardGap), each, cardHeight);
}

bool StartSheet::keyPressed (const juce::KeyPress& key)
{
    // From the list to the cards and back, without a hand on the mouse.
    if (key == juce::KeyPress::rightKey && recent.listBox().hasKeyboardFocus (true) && ! cards.isEmpty())
    {
        cards.getFirst()->grabKeyboardFocus();
        return true;
    }

    // The page stands for opening: its keys work here, too.
    if (const auto* action = deeds.session.actions().find ("file.open"))
        for (const auto& known : keysFrom (deeds.session.preferences().shortcutOf (*action)))
            if (known == key)
            {
                leaveAnd ("file.open");
                return true;
            }

    return Sheet::keyPressed (key);
}

} // namespace athanor
