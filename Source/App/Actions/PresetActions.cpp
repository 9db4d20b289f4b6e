// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the presets of the synth: find, hear, load, compare, label and keep them.
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/SynthEdits.h"
#include "App/Presets/PresetDesk.h"
#include "Core/Text.h"

namespace athanor
{

namespace
{
constexpr int mostTold = 10'000;

InstrumentId chosen (const Session& session) { return here (session).instrument; }

/** The desk, once it knows something: only the first time ever, that has to be waited for. */
PresetDesk& deskOf (Session& session)
{
    auto& desk = session.presets();
    desk.begin();

    if (desk.shelf.index().items().empty())
        desk.shelf.settle();

    return desk;
}

/** "bass, warm" as two tags. */
std::vector<std::string> tagsIn (const Arguments& arguments)
{
    std::vector<std::string> tags;
    const auto text = textIn (arguments, "tags");

    for (std::size_t at = 0; at <= text.size();)
    {
        const auto end = std::min (text.find (',', at), text.size());

        if (auto tag = trimmed (std::string_view (text).substr (at, end - at)); ! tag.empty())
            tags.push_back (std::move (tag));

        at = end + 1;
    }

    std::ranges::sort (tags);
    const auto twice = std::ranges::unique (tags);
    tags.erase (twice.begin(), twice.end());
    return tags;
}

Value valueOf (const PresetItem& item)
{
    Value::Parts parts { { "name", item.name }, { "file", item.file.string() }, { "category", item.category }, { "author", item.author }, { "comments", item.comments }, { "tags", Value::List (item.tags.begin(), item.tags.end()) }, { "favourite", item.isFavourite } };

    if (! item.problem.empty())
        parts["problem"] = item.problem;

    return parts;
}

Value listOf (const PresetDesk& desk)
{
    Value::List told;

    for (std::size_t i = 0; i < std::min<std::size_t> (desk.list().size(), mostTold); ++i)
        told.push_back (valueOf (desk.listed (i)));

    return told;
}

Result<Value> search (Session& session, const Arguments& arguments)
{
    auto& desk = deskOf (session);
    desk.search ({ textIn (arguments, "words"), textIn (arguments, "category"), textIn (arguments, "author"), tagsIn (arguments), truthIn (arguments, "favourites"), {} });
    return listOf (desk);
}

/** The file that was named; without one, that of the preset that the chosen instrument plays. */
Result<std::filesystem::path> presetIn (Session& session, const Arguments& arguments)
{
    auto& desk = deskOf (session);
    const std::filesystem::path named = textIn (arguments, "file");
    const auto file = named.empty() ? desk.presetOf (chosen (session)) : named;

    if (file.empty())
        return Failure { "The chosen instrument plays no preset that is known: save its patch as one first.", "" };

    return desk.shelf.find (file) != nullptr ? Result<std::filesystem::path> (file) : Result<std::filesystem::path> (Failure { "There is no preset \"" + file.stem().string() + "\" in your folders.", file.string() });
}

Result<Value> load (Session& session, const std::filesystem::path& file)
{
    const auto remarks = session.presets().load (chosen (session), file);

    if (! remarks)
        return remarks.failure();

    if (! remarks->empty())
        session.onMessage.call (remarks->front());

    const auto patch = session.patchOf (chosen (session));
    return Value (Value::Parts { { "name", patch != nullptr ? patch->name : std::string() }, { "remarks", Value::List (remarks->begin(), remarks->end()) } });
}

/** @param places  As in PresetDesk::presetBeside(). */
Result<Value> loadBeside (Session& session, int places)
{
    const auto file = deskOf (session).presetBeside (chosen (session), places);

    if (file.empty())
        return Failure { "No preset is found: search for something else.", "" };

    return load (session, file);
}

Result<Value> loadOntoTrack (Session& session, const Arguments& arguments)
{
    const auto named = textIn (arguments, "track");
    const auto track = named.empty() ? here (session).cursor.track : TrackId { fromHex (named).value_or (0) };
    const auto loaded = session.presets().loadOnto (track, textIn (arguments, "file"));
    return loaded ? done() : Result<Value> (loaded.failure());
}

Result<Value> mark (Session& session, const Arguments& arguments)
{
    const auto file = presetIn (session, arguments);

    if (! file)
        return file.failure();

    auto& shelf = session.presets().shelf;
    const auto wanted = ! shelf.find (*file)->isFavourite;
    const auto kept = shelf.setFavourite (*file, wanted);
    return kept ? Result<Value> (wanted) : kept.failure();
}

Result<Value> tag (Session& session, const Arguments& arguments)
{
    const auto file = presetIn (session, arguments);
    const auto words = trimmed (textIn (arguments, "tag"));

    if (! file)
        return file.failure();

    if (words.empty() || words == Library::favourite)
        return Failure { "Write the tag as a word, as in \"warm\".", words };

    auto& shelf = session.presets().shelf;
    const auto isOwn = shelf.isOwnTag (*file, words);

    if (! isOwn && std::ranges::find (shelf.find (*file)->tags, words) != shelf.find (*file)->tags.end())
        return Failure { "The tag \"" + words + "\" is a part of the preset itself: save it anew without the tag.", words };

    const auto kept = shelf.setTag (*file, words, ! isOwn);
    return kept ? Result<Value> (! isOwn) : kept.failure();
}

Result<Value> save (Session& session, const Arguments& arguments)
{
    auto& desk = deskOf (session);
    const auto saved = desk.save (chosen (session), { trimmed (textIn (arguments, "name")), trimmed (textIn (arguments, "author")), trimmed (textIn (arguments, "category")), textIn (arguments, "comments"), tagsIn (arguments) }, truthIn (arguments, "replace"));

    if (! saved)
        return saved.failure();

    session.onMessage.call ("Saved the preset \"" + trimmed (textIn (arguments, "name")) + "\".");
    return Value (saved->string());
}

Result<Value> preview (Session& session, const Arguments& arguments)
{
    const auto file = presetIn (session, arguments);

    if (! file)
        return file.failure();

    session.presets().preview (*file);
    return done();
}

Result<Value> similar (Session& session, const Arguments& arguments)
{
    auto& desk = deskOf (session);
    const auto listed = desk.searchSimilar (chosen (session), textIn (arguments, "file"));
    return listed ? Result<Value> (listOf (desk)) : listed.failure();
}

Result<Value> setFolder (Session& session, const Arguments& arguments, bool isAdded)
{
    const auto kept = session.presets().shelf.setFolder (textIn (arguments, "folder"), isAdded);
    return kept ? done() : Result<Value> (kept.failure());
}
} // namespace

void declarePresetActions (Session& session)
{
    using Kind = Argument::Kind;
    const auto truth = [] (std::string name, std::string doc) { return Argument { std::move (name), std::move (doc), Kind::truth, false }; };
    const Argument file { "file", "A preset.", Kind::file, {} };
    const Argument fileOrNow { "file", "A preset; without one, the one that the chosen instrument plays.", Kind::text, "" };
    const Argument folder { "folder", "A folder with presets, ours or Vital's.", Kind::file, {} };
    const auto hasSynth = onlyIf ([&session] { return synthOf (session.project(), chosen (session)).has_value(); }, "The chosen instrument is no synth: load a patch onto it first.");

    declare (session, { "preset.search", "Search presets", "Finds presets by words, category, author and tags; next and previous walk through what was found.", "", "", { optionalText ("words", "All of them must be in the name, tags, category, author or comments."), optionalText ("category", "As \"Bass\"."), optionalText ("author", "As it is written."), optionalText ("tags", "All of them, with commas between."), truth ("favourites", "Only those with a heart.") } }, [&session] (const Arguments& arguments) { return search (session, arguments); });

    declare (session, { "preset.load", "Load preset", "Plays a preset with the chosen instrument.", "", "", { file } }, [&session] (const Arguments& arguments) { return load (session, textIn (arguments, "file")); });

    declare (session, { "preset.toTrack", "Put preset on track", "Plays a preset on a track: with its own instrument, or with a new one.", "", "", { file, { "track", "Its id; without one, the track of the cursor.", Kind::text, "" } } }, [&session] (const Arguments& arguments) { return loadOntoTrack (session, arguments); });

    declare (session, { "patch.next", "Next preset", "Plays the preset after the one that the chosen instrument plays, of those that were searched for." }, [&session] (const Arguments&) { return loadBeside (session, 1); });

    declare (session, { "patch.previous", "Previous preset", "Plays the preset before the one that the chosen instrument plays, of those that were searched for." }, [&session] (const Arguments&) { return loadBeside (session, -1); });

    declare (
        session, { "preset.compare", "Compare with before", "Hears the patch as it was loaded, or what was played before it, and goes back: A and B.", "", "", {} }, [&session] (const Arguments&) {
        const auto compared = session.presets().compare (chosen (session));
        return compared ? Result<Value> (session.presets().isComparing (chosen (session))) : compared.failure(); }, hasSynth);

    declare (
        session, { "preset.save", "Save preset…", "Keeps the patch of the chosen instrument among your presets.", "", "", { text ("name", "What it is called."), optionalText ("author", "Who made it."), optionalText ("category", "As \"Bass\": the folder it goes into."), optionalText ("comments", "What it is good for."), optionalText ("tags", "With commas between."), truth ("replace", "Whether it may take the place of one of that name.") } }, [&session] (const Arguments& arguments) { return save (session, arguments); }, hasSynth);

    declare (session, { "preset.preview", "Hear preset", "Plays a phrase with a preset, past the song.", "", "", { fileOrNow } }, [&session] (const Arguments& arguments) { return preview (session, arguments); });

    declare (session, { "preset.similar", "Similar sounds", "Lists the presets that sound most like one, or like the patch of the chosen instrument as it is now.", "", "", { { "file", "A preset; without one, the patch as it is turned now.", Kind::text, "" } } }, [&session] (const Arguments& arguments) { return similar (session, arguments); });

    declare (session, { "preset.favourite", "Favourite preset", "Puts a heart on a preset, or takes it away.", "", "", { fileOrNow } }, [&session] (const Arguments& arguments) { return mark (session, arguments); });

    declare (session, { "preset.tag", "Tag preset", "Puts a tag of your own on a preset, or takes it away.", "", "", { text ("tag", "A word, as \"warm\"."), fileOrNow } }, [&session] (const Arguments& arguments) { return tag (session, arguments); });

    declare (session, { "preset.addFolder", "Add preset folder…", "Lists the presets of another folder, too.", "", "", { folder } }, [&session] (const Arguments& arguments) { return setFolder (session, arguments, true); });

    declare (session, { "preset.removeFolder", "Remove preset folder…", "Lists the presets of an added folder no more; no file is touched.", "", "", { folder } }, [&session] (const Arguments& arguments) { return setFolder (session, arguments, false); });

    declare (session, { "preset.refresh", "Look for presets again", "Finds presets that came or changed since the program began." }, [&session] (const Arguments&) {
        session.presets().shelf.look();
        return done();
    });
}

} // namespace athanor
