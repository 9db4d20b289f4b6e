// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/FileActions.h"

#include "App/Actions/Support.h"
#include "App/ExportProject.h"
#include "App/ProjectBackups.h"
#include "App/Relink.h"
#include "App/RenderFile.h"
#include "App/StartProject.h"
#include "App/Templates.h"

namespace athanor
{

namespace
{
const Argument fileArgument { "file", "Which file or folder.", Argument::Kind::file, {} };

std::filesystem::path pathIn (const Arguments& arguments) { return textIn (arguments, "file"); }

Result<Value> finished (const Result<FileState>& state)
{
    return state ? Result<Value> (Value (state->folder.string())) : Result<Value> (state.failure());
}

Result<Value> finished (const Result<Done>& state) { return state ? done() : Result<Value> (state.failure()); }

void declareProjectFiles (Session& session)
{
    declare (session, { "file.new", "New project", "Starts over with an empty project.", "ctrl + N" }, [&session] { session.start (startProject()); });

    declare (session, { "file.open", "Open…", "Opens a project, or a module or MIDI file as one.", "ctrl + O", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (session.open (pathIn (arguments))); });

    declare (session, { "file.import", "Import…", "Opens an .xm, .it, .s3m, .mod or .mid file as a new project.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (session.open (pathIn (arguments))); });

    declare (session, { "file.save", "Save", "Writes the project to where it came from.", "ctrl + S" }, [&session] (const Arguments&) { return finished (session.save()); });

    declare (session, { "file.saveAs", "Save as…", "Writes the project under another name.", "ctrl + shift + S", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (session.saveAs (pathIn (arguments))); });
}

void declareTemplates (Session& session)
{
    declare (session, { "file.startFrom", "Start from a template", "Begins a new project as a copy of a template.", "", "", { text ("template", "Its name.") } }, [&session] (const Arguments& arguments) { return finished (startFrom (session, textIn (arguments, "template"))); });

    declare (session, { "file.saveAsTemplate", "Save as template", "Keeps the project as a start for new ones.", "", "", { text ("name", "What the template is called.") } }, [&session] (const Arguments& arguments) -> Result<Value> {
        const auto saved = saveAsTemplate (session, textIn (arguments, "name"));

        if (! saved)
            return saved.failure();

        session.onMessage.call ("Kept as a template: File, New from template.");
        return done();
    });

    declare (session, { "file.deleteTemplate", "Delete a template", "Deletes a template of yours, for ever.", "", "", { text ("name", "What the template is called.") } }, [] (const Arguments& arguments) { return finished (deleteTemplate (textIn (arguments, "name"))); });
}

void declareExport (Session& session)
{
    declare (session, { "file.exportPacked", "Export packed project…", "Writes the project with its recordings as one file, to send or to put away.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (exportPacked (session, pathIn (arguments))); });

    declare (session, { "file.exportMidi", "Export MIDI…", "Writes the notes of all tracks as a MIDI file.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (exportMidiFile (session, pathIn (arguments))); });
}

void declareRecovery (Session& session)
{
    declare (
        session, { "file.recover", "Bring back unsaved work", "Opens the newest project that was never saved, as a crash or a closed window left it." },
        [&session] (const Arguments&) {
            const auto lost = session.lostAndFound();
            return lost.empty() ? Result<Value> (Failure { "There is no unsaved work.", "" }) : finished (session.open (lost.front()));
        },
        onlyIf ([&session] { return ! session.lostAndFound().empty(); }, "There is no unsaved work."));

    declare (
        session, { "file.revert", "Go back to the last save", "Forgets everything that was done since the project was saved." },
        [&session] (const Arguments&) { return finished (session.discardUnsaved()); },
        onlyIf ([&session] { return ! session.fileState().isSaved && ! session.fileState().folder.empty(); }, "Nothing was changed since the last save."));

    declare (session, { "file.goBack", "Go back to a backup", "Puts a backup in the place of the project, as an edit that can be undone.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (goBackTo (session, pathIn (arguments))); });

    declare (session, { "file.forgetLost", "Delete unsaved work", "Deletes a project that was never saved, for ever.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) { return finished (forgetLost (session, pathIn (arguments))); });

    const std::vector<Argument> recording { text ("recording", "Its content hash."), fileArgument, { "any", "Whether another recording may take its place.", Argument::Kind::truth, false } };

    declare (session, { "file.relink", "Give a file for a missing recording", "Takes a file in the place of a recording that is missing.", "", "", recording }, [&session] (const Arguments& arguments) {
        const auto* any = arguments.at ("any").as<bool>();
        return finished (giveRecording (session, textIn (arguments, "recording"), pathIn (arguments), any != nullptr && *any));
    });
}

/** Renders on the calling thread: for scripts and the shell. The window renders as a job. */
Result<Value> renderNow (Session& session, const RenderRequest& request)
{
    const auto rendered = renderToFiles (session.project(), [&session] (const std::string& hash) { return session.sound (hash); }, request, nullptr, {});
    return rendered ? Result<Value> (Value (rendered->seconds)) : Result<Value> (rendered.failure());
}

void declareRendering (Session& session)
{
    declare (session, { "file.render", "Render…", "Renders the song into a sound file.", "ctrl + shift + R", "", { fileArgument } }, [&session] (const Arguments& arguments) {
        const auto request = renderRequestFor (session, pathIn (arguments));
        return request ? renderNow (session, *request) : Result<Value> (request.failure());
    });

    declare (session, { "file.exportStems", "Export stems…", "Renders every track into a sound file of its own, in one folder.", "", "", { fileArgument } }, [&session] (const Arguments& arguments) {
        return renderNow (session, stemsRequestFor (session, pathIn (arguments)));
    });
}
} // namespace

void declareFileActions (Session& session)
{
    declareProjectFiles (session);
    declareTemplates (session);
    declareExport (session);
    declareRendering (session);
    declareRecovery (session);
}

} // namespace athanor
