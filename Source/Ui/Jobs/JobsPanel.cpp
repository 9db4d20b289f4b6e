// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Jobs/JobsPanel.h"

#include "Ui/Kit/Draw.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr int headHeight = 38, gap = 6, mostRowsSeen = 5, mostRows = 40, emptyHeight = 44;

juce::String wordOf (JobLine::Act act)
{
    switch (act)
    {
        case JobLine::Act::cancel:
            return "Cancel";
        case JobLine::Act::retry:
            return "Retry";
        case JobLine::Act::openFolder:
            return "Show folder";
        case JobLine::Act::openSong:
            return "Open";
        case JobLine::Act::none:
            break;
    }

    return {};
}

Ink inkOf (JobState state)
{
    return state == JobState::failed ? Ink::rose : state == JobState::done    ? Ink::leaf
                                               : state == JobState::cancelled ? Ink::faint
                                                                              : Ink::teal;
}

ProgressRow::State stateOf (const Job& job)
{
    const auto line = lineOf (job);
    ProgressRow::State state;
    state.name = juce::String (line.name);
    state.status = juce::String (line.status);
    state.detail = juce::String (line.detail);
    state.fraction = line.progress ? static_cast<float> (*line.progress) : -1;
    state.ink = inkOf (job.state);
    state.canCancel = line.act != JobLine::Act::none;
    state.action = wordOf (line.act);
    return state;
}

bool isGoingOn (const Job& job) { return ! isOver (job.state); }
} // namespace

JobsPanel::JobsPanel (JobDesk& d) : desk (d)
{
    setTitle ("Jobs");
    clearButton.setQuiet (true);
    clearButton.setTooltip ("Forgets what is over. Files stay where they are.");
    clearButton.onClick = [this] { desk.clear(); };
    closeButton.setQuiet (true);
    closeButton.onClick = [this] { close(); };
    viewport.setViewedComponent (&content, false);
    viewport.setScrollBarsShown (true, false);
    addAndMakeVisible (clearButton);
    addAndMakeVisible (closeButton);
    addAndMakeVisible (viewport);
    news = desk.onJobs.add ([this] { update(); });
}

void JobsPanel::open (bool byItself)
{
    isByItself = byItself && (isByItself || ! isShown);
    isShown = true;

    if (onLayout)
        onLayout();
}

void JobsPanel::close()
{
    isShown = false;

    if (onLayout)
        onLayout();
}

int JobsPanel::idealHeight() const
{
    if (! isShown)
        return 0;

    const auto rows = std::min (static_cast<int> (entries.size()), mostRowsSeen);
    return headHeight + (rows > 0 ? rows * (ProgressRow::idealHeight + gap) + gap : emptyHeight);
}

juce::String JobsPanel::summary() const
{
    const auto& jobs = desk.jobs();
    const auto going = std::count_if (jobs.begin(), jobs.end(), isGoingOn);
    const auto failed = std::count_if (jobs.begin(), jobs.end(), [] (const Job& job) { return job.state == JobState::failed; });

    if (going == 1)
    {
        const auto line = lineOf (*std::find_if (jobs.begin(), jobs.end(), isGoingOn));
        return juce::String (line.name) + "  " + juce::String (line.status);
    }

    return going > 1 ? juce::String (going) + " jobs" : failed > 0 ? juce::String (failed) + (failed == 1 ? " job failed" : " jobs failed")
                                                                   : juce::String();
}

void JobsPanel::act (const Job& job)
{
    switch (lineOf (job).act)
    {
        case JobLine::Act::cancel:
            desk.cancel (job.id);
            break;
        case JobLine::Act::retry:
            desk.retry (job.id);
            break;
        case JobLine::Act::openFolder:
            juce::File (juce::String (fileMadeBy (job).string())).revealToUser();
            break;
        case JobLine::Act::openSong:
            if (onOpenSong)
                onOpenSong (job);
            break;
        case JobLine::Act::none:
            break;
    }
}

void JobsPanel::update()
{
    const auto& jobs = desk.jobs();
    const auto heightBefore = idealHeight();
    std::vector<Entry> next;

    // A row stays with its job, so that the mouse and the screen reader stay with theirs.
    for (std::size_t i = 0; i < std::min (jobs.size(), static_cast<std::size_t> (mostRows)); ++i)
    {
        const auto& job = jobs[i];
        const auto old = std::find_if (entries.begin(), entries.end(), [&] (const Entry& entry) { return entry.id == job.id && entry.row != nullptr; });
        auto& entry = next.emplace_back (Entry { job.id, old != entries.end() ? std::move (old->row) : std::make_unique<ProgressRow>() });
        entry.row->setState (stateOf (job));
        entry.row->onAction = [this, job] { act (job); };
        content.addAndMakeVisible (*entry.row);
    }

    entries = std::move (next);
    clearButton.setEnabled (std::any_of (jobs.begin(), jobs.end(), [] (const Job& job) { return isOver (job.state); }));

    if (isShown && isByItself && std::none_of (jobs.begin(), jobs.end(), isGoingOn))
        close();
    else if (idealHeight() != heightBefore && onLayout)
        onLayout();

    resized();
    repaint();
}

void JobsPanel::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.setColour (t[Ink::panel]);
    g.fillRoundedRectangle (getLocalBounds().toFloat(), radius::card);
    g.setColour (t[Ink::line]);
    g.drawRoundedRectangle (getLocalBounds().toFloat().reduced (0.5f), radius::card, 1);
    drawWords (g, "Jobs", { space::pad, 0, 120, headHeight }, font (*this, Face::nameMedium, textSize::title), t[Ink::text]);

    if (entries.empty())
        drawWords (g, "Renderings, bundles and songs that are being read are shown here.", { space::pad, headHeight - 4, getWidth() - 2 * space::pad, 24 }, font (*this, Face::name, textSize::small), t[Ink::mute]);
}

void JobsPanel::resized()
{
    auto area = getLocalBounds();
    auto head = area.removeFromTop (headHeight).reduced (space::near, 6);
    closeButton.setBounds (head.removeFromRight (head.getHeight()));
    clearButton.setBounds (head.removeFromRight (clearButton.idealWidth()));
    viewport.setBounds (area.reduced (gap, 0).withTrimmedBottom (gap));

    const auto step = ProgressRow::idealHeight + gap;
    const auto height = static_cast<int> (entries.size()) * step;
    content.setSize (viewport.getWidth() - (height > viewport.getHeight() + gap ? measure::scrollbar : 0), height);

    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i].row->setBounds (0, static_cast<int> (i) * step, content.getWidth(), ProgressRow::idealHeight);
}

} // namespace athanor
