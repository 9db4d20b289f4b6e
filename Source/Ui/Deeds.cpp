// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Deeds.h"

#include "Ui/Kit/CommandPalette.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/FileSheet.h"
#include "Ui/Kit/ShortcutSheet.h"
#include "Ui/Settings/SettingsSheet.h"

namespace athanor
{

namespace
{
const juce::String ellipsis { juce::CharPointer_UTF8 ("\xe2\x80\xa6") };

bool isMissing (const Argument& argument, const Arguments& given) { return ! given.contains (argument.name) && argument.initial.isNothing(); }

/** What a form holds, as an argument of its kind. */
Value valueOf (const Argument& argument, const juce::var& typed)
{
    switch (argument.kind)
    {
        case Argument::Kind::number:
            return typed.toString().getDoubleValue();
        case Argument::Kind::truth:
            return static_cast<bool> (typed);
        case Argument::Kind::text:
        case Argument::Kind::file:
            break;
    }

    return typed.toString().toStdString();
}

/** How a file is chosen for an action. */
struct Asking
{
    const char* action;
    FileSheet::Purpose purpose;
    const char *patterns, *ending; ///< What is listed, and how the proposed name ends.
};

const Asking& askingFor (const std::string& action)
{
    using Purpose = FileSheet::Purpose;
    static constexpr auto recordings = "*.wav;*.flac;*.aif;*.aiff;*.ogg;*.mp3";
    static constexpr Asking known[] {
        { "file.open", Purpose::open, "*.athanor;*.athanorz;*.zip;*.xm;*.it;*.s3m;*.mod;*.mid;*.midi;project.json", "" },
        { "file.import", Purpose::open, "*.xm;*.it;*.s3m;*.mod;*.mid;*.midi", "" },
        { "file.saveAs", Purpose::save, "*.athanor", ".athanor" },
        { "file.render", Purpose::save, "*.wav;*.flac;*.ogg;*.mp3", ".wav" },
        { "file.exportStems", Purpose::folder, "*", "" },
        { "file.exportMidi", Purpose::save, "*.mid;*.midi", ".mid" },
        { "patch.load", Purpose::open, "*.vital;*.json;*.zip;*.adg", "" },
        { "patch.save", Purpose::save, "*.vital;*.json;*.adg", ".vital" },
        { "copilot.export", Purpose::save, "*.zip", ".zip" },
        { "wavetable.importAudio", Purpose::open, recordings, "" },
        { "wavetable.exportAudio", Purpose::save, "*.wav", ".wav" },
        { "patch.loadSample", Purpose::open, recordings, "" },
        { "file.exportPacked", Purpose::save, "*.athanorz;*.zip", ".athanorz" },
    };
    static constexpr Asking others { "", Purpose::open, "*", "" };
    const auto* found = std::find_if (std::begin (known), std::end (known), [&] (const Asking& one) { return action == one.action; });
    return found != std::end (known) ? *found : others;
}

juce::String groupOf (const std::string& id)
{
    const auto group = juce::String (id).upToFirstOccurrenceOf (".", false, false);
    return group.substring (0, 1).toUpperCase() + group.substring (1);
}

} // namespace

juce::String keyText (const juce::KeyPress& key)
{
    juce::StringArray parts;

    for (const auto& part : juce::StringArray::fromTokens (key.getTextDescription().replace ("cursor ", "").replace ("spacebar", "space"), "+", ""))
        parts.add (part.trim().substring (0, 1).toUpperCase() + part.trim().substring (1));

    return parts.joinIntoString ("+");
}

std::vector<juce::KeyPress> keysFrom (const std::string& shortcut)
{
    std::vector<juce::KeyPress> keys;

    for (const auto& one : juce::StringArray::fromTokens (juce::String (shortcut), "|", ""))
        if (const auto key = juce::KeyPress::createFromDescription (one.trim()); key.isValid())
            keys.push_back (key);

    return keys;
}

juce::String nameOfView (const std::string& view)
{
    return view.empty() ? "Everywhere" : juce::String (view).substring (0, 1).toUpperCase() + juce::String (view).substring (1);
}

Deeds::Deeds (Session& s, Overlay& o, Toast& t) : session (s), overlay (o), toast (t)
{
    preferences = s.preferences().onChange.add ([this] { boundActions = 0; });
}

Deeds::~Deeds() = default;

void Deeds::bind()
{
    const auto& all = session.actions().all();

    if (boundActions == all.size())
        return;

    bindings.clear();
    boundActions = all.size();

    for (const auto& action : all)
        for (const auto& key : keysFrom (session.preferences().shortcutOf (action)))
            bindings.push_back ({ key, action.view, action.id });
}

void Deeds::say (const juce::String& sentence, Ink ink) { toast.show (sentence, ink); }

bool Deeds::isEnabled (const std::string& id) const
{
    const auto* action = session.actions().find (id);
    return action != nullptr && (! action->whyNot || action->whyNot().empty());
}

bool Deeds::runNow (const std::string& id, const Arguments& arguments)
{
    // A script waits for its file; a window does not.
    const auto file = arguments.find ("file");
    const auto& render = id == "file.render" ? onRender : onRenderStems;

    if ((id == "file.render" || id == "file.exportStems") && file != arguments.end() && render)
        return render (*file->second.as<std::string>());

    if ((id == "file.open" || id == "file.import") && file != arguments.end() && onImport && onImport (*file->second.as<std::string>()))
        return true;

    const auto result = session.actions().run (id, arguments);

    if (! result)
        say (result.failure().message, Ink::rose);

    return static_cast<bool> (result);
}

void Deeds::run (const std::string& id, Arguments given)
{
    const auto* action = session.actions().find (id);
    const auto asks = action != nullptr && std::any_of (action->arguments.begin(), action->arguments.end(), [&] (const Argument& one) { return isMissing (one, given); });
    const auto goOn = [this, id, given, asks] {
        if (const auto asker = askers.find (id); asks && isEnabled (id) && asker != askers.end())
            asker->second();
        else if (asks && isEnabled (id))
            askFor (*session.actions().find (id), given);
        else
            runNow (id, given);
    };

    // Where a file is to be chosen first, the question comes after it: who changes their mind has lost nothing.
    const auto choosesFile = action != nullptr && std::any_of (action->arguments.begin(), action->arguments.end(), [&] (const Argument& one) { return one.kind == Argument::Kind::file && isMissing (one, given); });

    if (id == "file.save")
        save ([] {});
    else if (asksFirst (id) && ! choosesFile)
        guardChanges (goOn);
    else
        goOn();
}

/** Whether it puts another project in the place of this one. */
bool Deeds::asksFirst (const std::string& id) const
{
    return id == "file.new" || id == "file.open" || id == "file.import" || id == "file.startFrom" || id == "file.recover" || id == "app.quit";
}

/** A song of another program that nobody edited is still in its own file. */
bool Deeds::isUntouchedImport() const
{
    const auto state = session.fileState();
    return state.folder.empty() && ! state.source.empty() && session.nameOfUndo().empty() && session.nameOfRedo().empty();
}

/** Nothing is asked about it, and it goes when another one is in its place: not before, for that may be refused. */
void Deeds::leaveImport (const std::function<void()>& goOn)
{
    const auto left = session.storeFolder();
    goOn();

    if (! left.empty() && session.storeFolder() != left)
        runNow ("file.forgetLost", { { "file", left.string() } });
}

void Deeds::guardChanges (std::function<void()> goOn)
{
    // What is not wanted is not brought back next time either.
    const auto discard = [this, goOn] {
        if (const auto discarded = session.discardUnsaved(); ! discarded)
            say (discarded.failure().message, Ink::rose);

        goOn();
    };

    if (session.fileState().isSaved)
        return goOn();

    if (isUntouchedImport())
        return leaveImport (goOn);

    std::vector<Answer> answers { { "Save", [this, goOn] { save (goOn); }, Answer::Kind::primary }, { "Do not save", discard, Answer::Kind::danger }, { "Cancel" } };
    overlay.show (std::make_unique<Question> ("Save first?", "The project has changes that are not in its file yet.", std::move (answers)));
}

void Deeds::save (std::function<void()> then)
{
    if (session.fileState().folder.empty())
    {
        if (const auto* action = session.actions().find ("file.saveAs"))
            askForFile (*action, "file", {}, std::move (then));
    }
    else if (runNow ("file.save", {}))
        then();
}

juce::File Deeds::usualFolder() const
{
    if (const auto folder = session.fileState().folder; ! folder.empty())
        return juce::String (folder.parent_path().string());

    const auto music = juce::File::getSpecialLocation (juce::File::userMusicDirectory);
    return music.isDirectory() ? music : juce::File::getSpecialLocation (juce::File::userHomeDirectory);
}

/** What a file is called for which nobody has thought of a name. */
juce::String Deeds::usualName (const std::string& action) const
{
    if (const auto patch = session.patchOf (session.selection().instrument); (action == "patch.save" || action == "copilot.export") && patch != nullptr && ! patch->name.empty())
        return juce::File::createLegalFileName (patch->name);

    const auto title = juce::File::createLegalFileName (session.project().title);
    const auto folder = session.fileState().folder;
    return ! folder.empty() ? juce::String (folder.stem().string()) : title.isNotEmpty() ? title
                                                                                         : juce::String ("Untitled");
}

void Deeds::askForFile (const Action& action, const std::string& argument, Arguments given, std::function<void()> then)
{
    const auto& asking = askingFor (action.id);
    FileSheet::Options options;
    options.title = juce::String (action.name).upToFirstOccurrenceOf (ellipsis, false, false);
    options.purpose = asking.purpose;
    options.patterns = asking.patterns;
    options.start = asking.purpose == FileSheet::Purpose::save ? usualFolder().getChildFile (usualName (action.id) + asking.ending) : usualFolder();

    overlay.show (std::make_unique<FileSheet> (options, [this, id = action.id, argument, given, then, ending = asking.ending] (juce::Array<juce::File> files) {
        if (files.isEmpty())
            return;

        // A name without an ending gets the one that was proposed.
        const auto chosen = files.getFirst();
        const auto needsEnding = *ending != 0 && chosen.getFileExtension().isEmpty();
        auto arguments = given;
        arguments[argument] = (needsEnding ? chosen.withFileExtension (ending) : chosen).getFullPathName().toStdString();

        const auto act = [this, id, arguments, then] {
            if (runNow (id, arguments))
                then();
        };

        if (asksFirst (id))
            guardChanges (act);
        else
            act();
    }));
}

void Deeds::askFor (const Action& action, Arguments given)
{
    for (const auto& argument : action.arguments)
        if (argument.kind == Argument::Kind::file && isMissing (argument, given))
            return askForFile (action, argument.name, std::move (given), [] {});

    std::vector<FormField> fields;
    std::vector<Argument> missing;

    for (const auto& argument : action.arguments)
        if (isMissing (argument, given))
        {
            const auto label = juce::String (argument.name).substring (0, 1).toUpperCase() + juce::String (argument.name).substring (1);
            fields.push_back ({ .id = argument.name, .label = label, .kind = argument.kind == Argument::Kind::truth ? FormField::Kind::toggle : FormField::Kind::text, .doc = argument.doc });
            missing.push_back (argument);
        }

    const auto accept = [this, id = action.id, missing, given] (const Form::Values& values) -> juce::String {
        auto arguments = given;

        for (const auto& argument : missing)
            arguments[argument.name] = valueOf (argument, values[juce::Identifier (argument.name)]);

        const auto result = session.actions().run (id, arguments);
        return result ? juce::String() : juce::String (result.failure().message);
    };

    overlay.show (std::make_unique<Form> (action.name, fields, action.name, accept));
}

bool Deeds::perform (const juce::KeyPress& key, const std::string& view)
{
    bind();

    // What a view says about a key comes before what is said everywhere.
    for (const auto& wanted : { view, std::string() })
        for (const auto& binding : bindings)
            if (binding.view == wanted && binding.key == key)
            {
                run (std::string (binding.action));
                return true;
            }

    return false;
}

juce::String Deeds::keysOf (const std::string& id) const
{
    const auto* action = session.actions().find (id);
    const auto keys = action != nullptr ? keysFrom (session.preferences().shortcutOf (*action)) : std::vector<juce::KeyPress> {};
    return keys.empty() ? juce::String() : keyText (keys.front());
}

void Deeds::addTo (juce::PopupMenu& menu, const std::string& id, Arguments given, const juce::String& text)
{
    const auto* action = session.actions().find (id);

    if (action == nullptr)
        return;

    const auto asks = std::any_of (action->arguments.begin(), action->arguments.end(), [&] (const Argument& one) { return isMissing (one, given); });
    juce::PopupMenu::Item item (text.isNotEmpty() ? text : juce::String (action->name) + (asks && ! juce::String (action->name).endsWith (ellipsis) ? ellipsis : juce::String()));
    item.itemID = menu.getNumItems() + 1;
    item.isEnabled = isEnabled (id);
    item.shortcutKeyDescription = given.empty() ? keysOf (id) : juce::String();
    item.action = [this, id, given] { run (id, given); };
    menu.addItem (item);
}

void Deeds::openPalette()
{
    std::vector<PaletteEntry> entries;

    for (const auto& action : session.actions().all())
        if (isEnabled (action.id) && ! action.id.starts_with ("cursor.") && ! action.id.starts_with ("help.palette"))
            entries.push_back ({ action.name, action.doc, keysOf (action.id).toStdString(), groupOf (action.id).toStdString(), [this, id = action.id] { run (id); } });

    overlay.show (std::make_unique<CommandPalette> (std::move (entries)));
}

void Deeds::openShortcuts (const std::string& view)
{
    std::vector<ShortcutEntry> entries;

    for (const auto& action : session.actions().all())
        if (const auto keys = keysOf (action.id); keys.isNotEmpty())
            entries.push_back ({ nameOfView (action.view).toStdString(), keys.toStdString(), action.name });

    overlay.show (std::make_unique<ShortcutSheet> (std::move (entries), nameOfView (view)));
}

void Deeds::openSettings (const std::string& page) { overlay.show (std::make_unique<SettingsSheet> (*this, page)); }

void Deeds::ask (std::unique_ptr<Sheet> sheet) { overlay.show (std::move (sheet)); }

} // namespace athanor
