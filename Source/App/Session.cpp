// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Session.h"

#include "Dsp/Sound.h"

namespace athanor
{

struct Session::Private
{
    std::map<std::string, std::shared_ptr<const dsp::Sound>> sounds;
    FileState file;
};

Session::Session() : self (std::make_unique<Private>()) {}

Session::~Session() = default;

bool Session::edit (std::string name, const std::function<void (Project&)>& change)
{
    auto edited = project();
    change (edited);
    return perform (difference (std::move (name), project(), edited));
}

bool Session::perform (Change change)
{
    if (change.edits.empty() || ! history.perform (std::move (change)))
        return false;

    show();
    return true;
}

bool Session::undo()
{
    const auto isDone = history.undo();

    if (isDone)
        show();

    return isDone;
}

bool Session::redo()
{
    const auto isDone = history.redo();

    if (isDone)
        show();

    return isDone;
}

void Session::select (const std::function<void (Selection&)>& change)
{
    const auto before = selected;
    change (selected);

    if (! (before == selected))
        onSelection.call();
}

void Session::start (Project project)
{
    history = History (std::move (project));
    self->file = {};
    show();
    onFile.call();
}

void Session::show()
{
    sounding.show (project(), [this] (const std::string& hash) { return sound (hash); });
    onProject.call();
}

FileState Session::fileState() const { return self->file; }

std::shared_ptr<const dsp::Sound> Session::sound (const std::string& hash) const
{
    const auto found = self->sounds.find (hash);
    return found == self->sounds.end() ? nullptr : found->second;
}

} // namespace athanor
