// SPDX-License-Identifier: GPL-3.0-or-later
// Everything inside the window: bars, pages, panels, and the clock and keys that they share.
#pragma once

#include "Ui/Jobs/JobsPanel.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/TopBar.h"
#include "Ui/Tracker/PatternView.h"

namespace athanor
{

/** Makes a view when it is first shown, so that no start waits for views that nobody looks at. */
using ViewMaker = std::function<std::unique_ptr<juce::Component> (Deeds&)>;

/** A page of the centre, chosen by a tab. */
struct Page
{
    std::string id; ///< The view of its shortcuts: "pattern", "patch".
    juce::String name;
    ViewMaker make;
};

/** The views that the window is made of, besides what it always has. A maker that is empty leaves its place out. */
struct ViewMakers
{
    std::vector<Page> pages;
    ViewMaker browser, chain, copilot;
};

/** All views that this version has. */
ViewMakers knownViews();

class MainView : public juce::Component,
                 public juce::DragAndDropContainer,
                 public juce::FileDragAndDropTarget,
                 private juce::Timer
{
public:
    MainView (Session&, Look&, ViewMakers = knownViews());
    ~MainView() override;

    /** Called once, after the first picture of the window was painted. */
    std::function<void()> onFirstPaint;

    /** Shows a page by its id; false when there is none. */
    bool showPage (const std::string& id);

    const std::string& shownPage() const noexcept { return pages[current].id; }

    /** Looks at everything that moves once; the clock does it 60 times a second. */
    void refresh();

    Deeds& deeds() noexcept { return doer; }

    JobDesk& jobs() noexcept { return desk; }

    // Songs that are dropped from the desktop are opened, and recordings that no view takes become samplers.
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void fileDragEnter (const juce::StringArray&, int, int) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int, int) override;

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;
    bool keyStateChanged (bool isDown) override;
    void focusGained (FocusChangeType) override;
    void focusOfChildComponentChanged (FocusChangeType) override;

private:
    void declareViewActions();
    void timerCallback() override;
    void showStatus();
    void showPanels();
    void openMenu();
    void connectJobs();
    bool render (const std::string& file);
    bool import (const std::string& file);
    void openImported (const Job&);
    void tellEnd (const Job&);
    bool isTyping() const;
    bool foldsChain (int height) const;
    bool hidesBrowser (int width) const;
    void toggleBrowser();
    bool wantsCopilot() const;
    void toggleChain();

    Session& session;
    Look& look;
    ViewMakers makers;
    std::vector<Page>& pages;
    Overlay overlay;
    Toast toast;
    JobDesk desk;
    Deeds doer;
    TopBar top;
    StatusBar status;
    JobsPanel jobsPanel { desk };
    PatternKeys keys;
    juce::TooltipWindow tooltips { this };
    std::vector<std::unique_ptr<juce::Component>> shown; ///< By page; null until first shown.
    std::unique_ptr<juce::Component> browser, chain, copilot;
    PushButton unfold { "Devices" }; ///< In place of the chain where that would leave a patch no room.
    bool showsBrowser = true, showsChain = true, wasPainted = false;
    std::optional<bool> showsCopilot;                          ///< As a hand said; nothing: where there is room.
    bool wantsChainAnyway = false, wantsBrowserAnyway = false; ///< Also where there is little room.
    std::size_t current = 0;
    bool showsAutomation = false;
    bool mayOpenImport = false; ///< Nothing was done since a song was asked for, so it may come by itself.
    Subscription project, pointing, file, message, opened, ended, complaint;
    juce::String statusText;
    bool isDroppingOn = false; ///< A song is held over the window.
    std::string saidProblem;
};

} // namespace athanor
