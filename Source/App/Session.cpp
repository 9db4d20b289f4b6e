// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the open project, and what is pointed at; its files and its recordings are handled beside this.
#include "App/Session.h"

#include "App/Actions/Declare.h"
#include "App/Edits/PatternPlaces.h"
#include "App/SessionPrivate.h"
#include "App/StartProject.h"

namespace athanor
{

Session::Session() : self (std::make_unique<Private>())
{
    declareActions (*this);
    start (startProject());
}

Session::~Session() = default;

bool Session::edit (std::string name, const std::function<void (Project&)>& change)
{
    auto edited = project();
    change (edited);

    // Recordings that were added since the last edit come with the one that uses them.
    for (const auto& [hash, asset] : self->added)
        if (! (edited == project()) && ! edited.assets.contains (hash))
            edited.assets.put (hash, asset);

    return perform (difference (std::move (name), project(), edited));
}

bool Session::perform (Change change)
{
    const auto before = project();

    if (change.edits.empty() || ! history.perform (change))
        return false;

    self->added.clear();
    self->keepUnnamed (before);

    if (self->store != nullptr)
    {
        self->keepFiles (project());
        self->store->performed (change);
    }

    touch();
    show();
    return true;
}

bool Session::undo()
{
    const auto isDone = history.undo();

    if (isDone)
    {
        if (self->store != nullptr)
            self->store->undid();

        touch();
        show();
    }

    return isDone;
}

bool Session::redo()
{
    const auto isDone = history.redo();

    if (isDone)
    {
        if (self->store != nullptr)
            self->store->redid();

        touch();
        show();
    }

    return isDone;
}

void Session::select (const std::function<void (Selection&)>& change)
{
    const auto before = selected;
    change (selected);

    // A track that has an instrument of its own is played with it.
    if (before.cursor.track != selected.cursor.track && before.instrument == selected.instrument)
        if (const auto* track = project().tracks.find (selected.cursor.track); track != nullptr && track->instrument)
            selected.instrument = track->instrument;

    if (! (before == selected))
        onSelection.call();
}

void Session::begin (History next)
{
    history = std::move (next);
    self->added.clear();
    pointSomewhere();
    show();
    onFile.call();
    onSelection.call();
}

/** A selection that exists: the first pattern, track and instrument. */
void Session::pointSomewhere()
{
    Selection fresh;
    fresh.showsPattern = selected.showsPattern; // the window shows what it showed
    selected = settled (project(), fresh);

    if (const auto* track = project().tracks.find (selected.cursor.track); track != nullptr && project().instruments.contains (track->instrument))
        selected.instrument = track->instrument;
}

/** The project on screen is no longer the one on disk. */
void Session::touch()
{
    if (! self->file.isSaved)
        return;

    self->file.isSaved = false;
    onFile.call();
}

void Session::show()
{
    sounding.show (
        project(), [this] (const std::string& hash) { return sound (hash); }, [this] (const Node& node) { return self->patches.materialOf (node); });
    onProject.call();
}

} // namespace athanor
