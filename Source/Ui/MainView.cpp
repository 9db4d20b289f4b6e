// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/MainView.h"

#include "App/Copilot/CopilotDesk.h"
#include "App/Presets/PresetDesk.h"
#include "Ui/Arrange/ArrangeView.h"
#include "Ui/Browser/BrowserPanel.h"
#include "Ui/Chain/ChainView.h"
#include "Ui/Copilot/CopilotView.h"
#include "Ui/Files/FileSheets.h"
#include "Ui/Kit/Draw.h"
#include "Ui/LookActions.h"
#include "Ui/MainMenu.h"
#include "Ui/Mix/MixView.h"
#include "Ui/Patch/PatchView.h"
#include "Ui/Presets/PresetBar.h"
#include "Ui/Settings/SettingsSheet.h"

namespace athanor
{

namespace
{
constexpr int framesPerSecond = 60, browserWidth = 220, foldedChain = 22, leastForCopilot = 1'340;

juce::StringArray namesOf (const std::vector<Page>& pages)
{
    juce::StringArray names;

    for (const auto& page : pages)
        names.add (page.name);

    return names;
}
} // namespace

ViewMakers knownViews()
{
    ViewMakers makers;
    makers.pages.push_back ({ "pattern", "Pattern", [] (Deeds& deeds) { return std::make_unique<PatternView> (deeds); } });
    makers.pages.push_back ({ "arrange", "Arrange", [] (Deeds& deeds) { return std::make_unique<ArrangeView> (deeds); } });
    makers.pages.push_back ({ "patch", "Patch", [] (Deeds& deeds) { return std::make_unique<PatchView> (deeds); } });
    makers.pages.push_back ({ "mix", "Mix", [] (Deeds& deeds) { return std::make_unique<MixView> (deeds); } });
    makers.browser = [] (Deeds& deeds) { return std::make_unique<BrowserPanel> (deeds); };
    makers.chain = [] (Deeds& deeds) { return std::make_unique<ChainView> (deeds); };
    makers.copilot = [] (Deeds& deeds) { return std::make_unique<CopilotView> (deeds); };
    return makers;
}

MainView::MainView (Session& s, Look& l, ViewMakers m)
    : session (s), look (l), makers (std::move (m)), pages (makers.pages), doer (s, overlay, toast), top (doer, namesOf (pages)), keys (doer), shown (pages.size())
{
    setTitle ("Athanor");
    setWantsKeyboardFocus (true);
    addAndMakeVisible (top);
    addAndMakeVisible (status);
    addChildComponent (unfold);
    addChildComponent (jobsPanel);
    addChildComponent (toast);
    addChildComponent (overlay);
    declareViewActions();

    connectJobs();
    unfold.setQuiet (true);
    unfold.setTextInk (Ink::mute);
    unfold.setTooltip ("Shows the devices of the track below the patch");
    unfold.onClick = [this] { toggleChain(); };
    doer.askers["planner.setKey"] = [this] { doer.openSettings ("copilot"); }; // where what is typed stays hidden
    doer.askers["preset.save"] = [this] { askForPresetLabels (doer); };
    top.onMenu = [this] { openMenu(); };
    top.tabs.onChoose = [this] (int page) { showPage (pages[static_cast<std::size_t> (page)].id); };
    // What is to be automated is drawn below the devices, so these come forward.
    pointing = session.onSelection.add ([this] {
        if (! session.selection().automation.empty() && ! std::exchange (showsAutomation, true))
        {
            showsChain = wantsChainAnyway = true;
            showPanels();
        }

        showsAutomation = ! session.selection().automation.empty();
    });

    project = session.onProject.add ([this] {
        mayOpenImport = false;
        showStatus();
    });
    file = session.onFile.add ([this] { showStatus(); });
    opened = session.onOpened.add ([this] {
        // After whoever opened it is done, a sheet of its own perhaps.
        juce::MessageManager::callAsync ([safe = SafePointer (this)] {
            if (safe != nullptr)
                showWhatHappened (safe->doer);
        });
    });
    message = session.onMessage.add ([this] (const std::string& sentence) { doer.say (sentence); });

    showPanels();
    showPage (pages.front().id);
    showStatus();
    startTimerHz (framesPerSecond);
}

MainView::~MainView()
{
    stopTimer();

    if (wasPainted)
        session.copilot().bundles.workFor (nullptr);
}

bool MainView::showPage (const std::string& id)
{
    const auto found = std::find_if (pages.begin(), pages.end(), [&] (const Page& page) { return page.id == id; });

    if (found == pages.end())
        return false;

    if (shown[current] != nullptr)
        shown[current]->setVisible (false);

    current = static_cast<std::size_t> (found - pages.begin());
    auto& page = shown[current];

    if (page == nullptr)
    {
        page = found->make (doer);
        addChildComponent (*page, 0);
    }

    session.select ([&] (Selection& selection) { selection.showsPattern = id == "pattern"; });
    top.tabs.setChosen (static_cast<int> (current));
    resized();
    page->setVisible (true);

    if (isShowing())
        page->grabKeyboardFocus();

    return true;
}

void MainView::showPanels()
{
    const auto show = [this] (std::unique_ptr<juce::Component>& panel, const ViewMaker& make, bool isWanted) {
        if (isWanted && panel == nullptr && make)
        {
            panel = make (doer);
            addChildComponent (*panel, 0);
        }

        if (panel != nullptr)
            panel->setVisible (isWanted);
    };

    show (browser, makers.browser, showsBrowser);
    show (chain, makers.chain, showsChain);
    show (copilot, makers.copilot, wasPainted && wantsCopilot()); // no start waits for it

    if (chain != nullptr)
        chain->setComponentID ("chain");

    if (auto* devices = dynamic_cast<ChainView*> (chain.get()))
        devices->onHeight = [this] { resized(); };

    resized();
}

void MainView::declareViewActions()
{
    auto& actions = session.actions();
    const auto add = [&] (std::string id, std::string name, std::string doc, std::string shortcut, std::function<void()> run) {
        if (actions.find (id) == nullptr)
            actions.add ({ id, name, doc, shortcut, "", {}, [run] (const Arguments&) {
                              run();
                              return Result<Value> (Value (true));
                          },
                           {} });
    };

    for (std::size_t i = 0; i < pages.size(); ++i)
        add ("view." + pages[i].id, pages[i].name.toStdString(), "Shows the page called " + pages[i].name.toStdString() + ".", "ctrl + " + std::to_string (i + 1), [this, id = pages[i].id] { showPage (id); });

    if (makers.browser)
        add ("view.browser", "Browser", "Shows or hides the browser.", "alt + 1", [this] { toggleBrowser(); });

    if (makers.chain)
        add ("view.chain", "Device chain", "Shows or hides the devices of the track.", "alt + 2", [this] { toggleChain(); });

    if (makers.browser)
        add ("view.presets", "Browse presets", "Shows the presets of the synth and begins to search them.", "alt + 4", [this] {
            showsBrowser = wantsBrowserAnyway = true;
            showPanels();

            if (auto* panel = dynamic_cast<BrowserPanel*> (browser.get()))
                panel->browsePresets();
        });

    if (makers.copilot)
        add ("view.copilot", "Copilot", "Shows the copilot and begins to write to it; again, and it goes.", "alt + 5", [this] {
            const auto isThere = copilot != nullptr && copilot->isVisible();
            showsCopilot = ! isThere || ! copilot->hasKeyboardFocus (true);
            showPanels();

            if (auto* panel = dynamic_cast<CopilotView*> (copilot.get()); *showsCopilot && panel != nullptr)
                panel->begin();
            else if (shown[current] != nullptr && isShowing())
                shown[current]->grabKeyboardFocus();
        });

    add ("view.jobs", "Jobs", "Shows or hides what is being rendered and read.", "alt + 3", [this] { jobsPanel.isOpen() ? jobsPanel.close() : jobsPanel.open(); });
    add ("help.palette", "Do anything", "Finds everything that can be done by a part of its name.", "ctrl + P", [this] { doer.openPalette(); });
    add ("app.menu", "Menu", "Opens the menu of the window.", "ctrl + F10", [this] { openMenu(); });
    add ("help.keys", "Keys", "Shows all keys of this view.", "F1", [this] { doer.openShortcuts (shownPage()); });
    add ("app.quit", "Quit", "Closes the window.", "ctrl + Q", [] { juce::JUCEApplicationBase::quit(); });
    declareLookActions (session, look);
    declareFileSheets (doer);

    add ("settings.open", "Settings…", "Sound device, MIDI inputs, theme, copilot and keys.", "ctrl + ,", [this] { doer.openSettings ({}); });

    for (const auto& [id, name] : SettingsSheet::pages())
        add ("settings." + id, "Settings: " + name.toStdString(), "Opens the page " + name.toStdString() + " of the settings.", "", [this, page = id] { doer.openSettings (page); });
}

/** A patch needs the height of a small window for itself. */
bool MainView::foldsChain (int height) const
{
    constexpr int leastForBoth = 640;
    return shownPage() == "patch" && height < leastForBoth && ! wantsChainAnyway;
}

bool MainView::wantsCopilot() const { return showsCopilot.value_or (getWidth() >= leastForCopilot); }

/** What is looked at needs some room between the browser and the copilot. */
bool MainView::hidesBrowser (int width) const
{
    constexpr int leastBetween = 420;
    const auto isBeside = copilot != nullptr && copilot->isVisible();
    return isBeside && ! wantsBrowserAnyway && width - std::min (browserWidth, width / 4) - std::min (CopilotPanel::idealWidth, width / 2) < leastBetween;
}

void MainView::toggleBrowser()
{
    const auto isInSight = browser != nullptr && browser->isVisible();
    showsBrowser = wantsBrowserAnyway = ! isInSight;
    showPanels();
}

void MainView::toggleChain()
{
    const auto isInSight = chain != nullptr && chain->isVisible();
    showsChain = wantsChainAnyway = ! isInSight;
    showPanels();
}

void MainView::openMenu()
{
    makeMainMenu (doer).showMenuAsync (juce::PopupMenu::Options().withTargetScreenArea (localAreaToGlobal (juce::Rectangle<int> (8, 0, 34, measure::topBar))));
}

void MainView::timerCallback() { refresh(); }

void MainView::refresh()
{
    session.player().update();
    desk.update();

    if (wasPainted)
    {
        session.presets().update();
        session.copilot().update();
    }

    refreshTree (*this);
    showStatus();
}

void MainView::paint (juce::Graphics& g) { g.fillAll (look.tokens()[Ink::window]); }

void MainView::paintOverChildren (juce::Graphics& g)
{
    if (isDroppingOn)
    {
        const auto& t = look.tokens();
        g.fillAll (t[Ink::shade]);
        g.setColour (t[Ink::ember]);
        g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (8), radius::card, 2);
        drawWords (g, "Drop it to open it", getLocalBounds(), font (*this, Face::nameStrong, textSize::heading), t[Ink::text], juce::Justification::centred);
    }

    if (! std::exchange (wasPainted, true))
        juce::MessageManager::callAsync ([safe = SafePointer (this)] {
            if (safe != nullptr && safe->onFirstPaint)
                safe->onFirstPaint();

            if (safe != nullptr)
            {
                safe->session.copilot().bundles.workFor (&safe->desk);
                safe->showPanels();
            }
        });
}

void MainView::resized()
{
    auto area = getLocalBounds();
    overlay.setBounds (area);
    toast.place (area);
    top.setBounds (area.removeFromTop (measure::topBar));
    status.setBounds (area.removeFromBottom (measure::statusBar));

    const auto jobsHeight = std::min (jobsPanel.idealHeight(), area.getHeight() - space::pad);
    jobsPanel.setVisible (jobsHeight > 0);
    jobsPanel.setBounds (area.getRight() - JobsPanel::width - space::pad, area.getBottom() - jobsHeight - space::near, JobsPanel::width, jobsHeight);

    const auto isFolded = showsChain && foldsChain (area.getHeight());
    unfold.setVisible (isFolded && chain != nullptr);

    if (chain != nullptr)
        chain->setVisible (showsChain && ! isFolded);

    if (unfold.isVisible())
        unfold.setBounds (area.removeFromBottom (foldedChain));

    if (copilot != nullptr && ! showsCopilot)
        copilot->setVisible (wantsCopilot());

    if (chain != nullptr && chain->isVisible())
    {
        const auto* devices = dynamic_cast<ChainView*> (chain.get());
        chain->setBounds (area.removeFromBottom (std::min (devices != nullptr ? devices->idealHeight() : area.getHeight() / 4, area.getHeight() * 2 / 5)));
    }

    if (browser != nullptr)
        browser->setVisible (showsBrowser && ! hidesBrowser (area.getWidth()));

    if (browser != nullptr && browser->isVisible())
        browser->setBounds (area.removeFromLeft (std::min (browserWidth, area.getWidth() / 4)));

    if (copilot != nullptr && copilot->isVisible())
        copilot->setBounds (area.removeFromRight (std::min (CopilotPanel::idealWidth, area.getWidth() / 2)));

    if (shown[current] != nullptr)
        shown[current]->setBounds (area);
}

bool MainView::isTyping() const { return dynamic_cast<juce::TextEditor*> (juce::Component::getCurrentlyFocusedComponent()) != nullptr; }

bool MainView::keyPressed (const juce::KeyPress& key)
{
    if (overlay.current() != nullptr || isTyping())
        return false;

    return doer.perform (key, shownPage()) || keys.press (key, shownPage() == "pattern");
}

bool MainView::keyStateChanged (bool)
{
    keys.releaseThoseUp();
    return false;
}

void MainView::focusGained (FocusChangeType)
{
    // The keyboard came back to the window: what lies over everything else has it first.
    if (auto* sheet = overlay.current())
        if (auto* focus = sheet->firstFocus(); focus != nullptr && focus->isShowing())
            focus->grabKeyboardFocus();
}

void MainView::focusOfChildComponentChanged (FocusChangeType)
{
    // The window lost the keyboard: the keys that are down now go up where nobody hears it.
    if (! hasKeyboardFocus (true))
        keys.releaseAll();
}

} // namespace athanor
