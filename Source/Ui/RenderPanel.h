// SPDX-License-Identifier: GPL-3.0-or-later
// Songs that are being rendered, in a corner of the window: how far each is, and a way to stop it.
#pragma once

#include "App/RenderTask.h"
#include "Ui/Kit/Live.h"
#include "Ui/Kit/ProgressRow.h"

#include <functional>

namespace athanor
{

class RenderPanel : public juce::Component,
                    public Live
{
public:
    RenderPanel();

    /** Renders beside everything else. The name of the file says its kind; false when it says none that can be written. */
    bool render (Session&, const std::filesystem::path&);

    /** Called with a sentence when a song is done, or is not. */
    std::function<void (const juce::String& sentence, bool isDone)> onFinished;

    /** Height that all rows need; 0 while nothing is rendered. */
    int idealHeight() const { return static_cast<int> (jobs.size()) * (ProgressRow::idealHeight + gap); }

    /** Called when there are more or fewer rows. */
    std::function<void()> onRows;

    void refresh() override;
    void resized() override;

    static constexpr int width = 360;

private:
    static constexpr int gap = 8;

    struct Job
    {
        std::unique_ptr<RenderTask> task;
        std::unique_ptr<ProgressRow> row;
        double began = 0;
    };

    void show (Job&);
    void finish (const Job&);

    std::vector<Job> jobs;
};

} // namespace athanor
