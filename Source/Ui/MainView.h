// SPDX-License-Identifier: GPL-3.0-or-later
// Everything inside the window: bars, pages, panels, and the clock and keys that they share.
#pragma once

#include "Ui/Kit/Overlay.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/RenderPanel.h"
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
    ViewMaker browser, chain;
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

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;
    bool keyStateChanged (bool isDown) override;
    void focusOfChildComponentChanged (FocusChangeType) override;

    /** Files dropped where no view takes them: songs are opened, recordings become samplers. */
    bool isInterestedInFileDrag (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int x, int y) override;

private:
    void declareViewActions();
    void timerCallback() override;
    void showStatus();
    void showPanels();
    void openMenu();
    bool isTyping() const;

    Session& session;
    Look& look;
    ViewMakers makers;
    std::vector<Page>& pages;
    Overlay overlay;
    Toast toast;
    Deeds doer;
    TopBar top;
    StatusBar status;
    RenderPanel renders;
    PatternKeys keys;
    juce::TooltipWindow tooltips { this };
    std::vector<std::unique_ptr<juce::Component>> shown; ///< By page; null until first shown.
    std::unique_ptr<juce::Component> browser, chain;
    bool showsBrowser = true, showsChain = true, wasPainted = false;
    std::size_t current = 0;
    bool showsAutomation = false;
    Subscription project, selection, file, message;
    juce::String statusText;
};

} // namespace athanor
