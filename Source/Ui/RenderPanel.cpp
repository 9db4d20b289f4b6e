// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/RenderPanel.h"

namespace athanor
{

namespace
{
double now() { return juce::Time::getMillisecondCounterHiRes() / 1000; }

juce::String nameOf (const RenderTask& task) { return task.request.file.filename().string(); }

/** How long it will still take, once that can be said. */
juce::String restOf (double progress, double elapsed)
{
    constexpr auto littleEnough = 0.02;

    if (progress < littleEnough)
        return {};

    return juce::String (juce::roundToInt (std::ceil (elapsed / progress - elapsed))) + " s left";
}
} // namespace

RenderPanel::RenderPanel() { setTitle ("Rendering"); }

bool RenderPanel::render (Session& session, const std::filesystem::path& file)
{
    const auto request = renderRequestFor (session, file);

    if (! request)
    {
        if (onFinished)
            onFinished (request.failure().message, false);

        return false;
    }

    Job job { std::make_unique<RenderTask> (session, *request), std::make_unique<ProgressRow>(), now() };
    job.row->onAction = [task = job.task.get()] { task->stop(); };
    addAndMakeVisible (*job.row);
    show (job);
    jobs.push_back (std::move (job));

    if (onRows)
        onRows();

    return true;
}

void RenderPanel::show (Job& job)
{
    const auto progress = job.task->progress();
    ProgressRow::State state;
    state.name = nameOf (*job.task);
    state.status = juce::String (juce::roundToInt (progress * 100)) + " %";
    state.detail = restOf (progress, now() - job.began);
    state.fraction = static_cast<float> (progress);
    job.row->setState (state);
}

void RenderPanel::finish (const Job& job)
{
    const auto& result = *job.task->result();

    if (onFinished)
        onFinished (result ? nameOf (*job.task) + " is rendered: " + juce::String (result->seconds, 1) + " seconds, peak " + juce::String (result->peak, 1) + " dB." : juce::String (result.failure().message), static_cast<bool> (result));
}

void RenderPanel::refresh()
{
    const auto before = jobs.size();

    for (auto& job : jobs)
        show (job);

    for (auto job = jobs.begin(); job != jobs.end();)
        if (job->task->result() != nullptr)
        {
            finish (*job);
            job = jobs.erase (job);
        }
        else
            ++job;

    if (jobs.size() != before && onRows)
        onRows();
}

void RenderPanel::resized()
{
    auto area = getLocalBounds();

    for (auto& job : jobs)
    {
        job.row->setBounds (area.removeFromBottom (ProgressRow::idealHeight));
        area.removeFromBottom (gap);
    }
}

} // namespace athanor
