// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/FileActions.h"

#include "App/RenderFile.h"
#include "App/SaveProject.h"
#include "App/Session.h"
#include "App/StartProject.h"

namespace athanor
{

namespace
{
const Argument fileArgument { "file", "Which file or folder.", Argument::Kind::file, {} };

std::filesystem::path pathIn (const Arguments& arguments)
{
    const auto* text = arguments.at ("file").as<std::string>();
    return text != nullptr ? *text : std::string();
}

Result<Value> finished (const Result<FileState>& state)
{
    return state ? Result<Value> (Value (state->folder.string())) : Result<Value> (state.failure());
}

void declareProjectFiles (Session& session)
{
    auto& actions = session.actions();

    actions.add ({ "file.new", "New project", "Starts over with an empty project.", "ctrl + N", "", {}, [&session] (const Arguments&) -> Result<Value> {
                      session.start (startProject());
                      return Value();
                  } });

    actions.add ({ "file.open", "Open…", "Opens a project, or a module or MIDI file as one.", "ctrl + O", "", { fileArgument }, [&session] (const Arguments& arguments) { return finished (session.open (pathIn (arguments))); } });

    actions.add ({ "file.save", "Save", "Writes the project to where it came from.", "ctrl + S", "", {}, [&session] (const Arguments&) { return finished (session.save()); } });

    actions.add ({ "file.saveAs", "Save as…", "Writes the project under another name.", "ctrl + shift + S", "", { fileArgument }, [&session] (const Arguments& arguments) { return finished (session.saveAs (pathIn (arguments))); } });
}

void declareRecovery (Session& session)
{
    session.actions().add ({ "file.recover", "Bring back unsaved work", "Opens the newest project that was never saved, as a crash or a closed window left it.", "", "", {}, [&session] (const Arguments&) -> Result<Value> {
                                 const auto lost = session.lostAndFound();
                                 return lost.empty() ? Result<Value> (Failure { "There is no unsaved work.", "" }) : finished (session.open (lost.front())); }, [&session] { return ! session.lostAndFound().empty(); } });
}

/** Renders on the calling thread: for scripts and the shell. The window renders as a job. */
Result<Value> renderNow (Session& session, const Arguments& arguments)
{
    const auto request = renderRequestFor (session, pathIn (arguments));

    if (! request)
        return request.failure();

    const auto done = renderToFiles (session.project(), [&session] (const std::string& hash) { return session.sound (hash); }, *request, nullptr, {});
    return done ? Result<Value> (Value (done->seconds)) : Result<Value> (done.failure());
}
} // namespace

void declareFileActions (Session& session)
{
    declareProjectFiles (session);
    declareRecovery (session);

    session.actions().add ({ "file.render", "Render…", "Renders the song into a sound file.", "ctrl + shift + R", "", { fileArgument }, [&session] (const Arguments& arguments) { return renderNow (session, arguments); } });
}

} // namespace athanor
