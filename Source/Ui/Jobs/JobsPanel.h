// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs in a corner of the window: how far each is, what came of it, and a word to stop it, try it again or see its file.
#pragma once

#include "App/Jobs/JobDesk.h"
#include "App/Jobs/JobLine.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/ProgressRow.h"

#include <functional>

namespace athanor
{

class JobsPanel : public juce::Component
{
public:
    explicit JobsPanel (JobDesk&);

    /** A song that was read is to be opened. */
    std::function<void (const Job&)> onOpenSong;

    /** It wants to be larger or smaller, or to be there or not. */
    std::function<void()> onLayout;

    /** Shown by the musician it stays; shown by itself it goes when all is done. */
    void open (bool byItself = false);
    void close();

    bool isOpen() const noexcept { return isShown; }

    /** Height that it would like to have; 0 while it is closed. */
    int idealHeight() const;

    /** For the line at the foot of the window: "Render song.wav 43 %", "3 jobs, 1 failed"; empty when there is nothing to say. */
    juce::String summary() const;

    /** Does what the row of a job offers. */
    void act (const Job&);

    void paint (juce::Graphics&) override;
    void resized() override;

    static constexpr int width = 380;

private:
    struct Entry
    {
        JobId id = 0;
        std::unique_ptr<ProgressRow> row;
    };

    void update();

    JobDesk& desk;
    std::vector<Entry> entries;
    juce::Viewport viewport;
    juce::Component content;
    PushButton clearButton { "Clear" };
    IconButton closeButton { Icon::close, "Close" };
    bool isShown = false, isByItself = false;
    Subscription news;
};

} // namespace athanor
