// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Copilot/CopilotView.h"

#include "App/Copilot/PlannerChoice.h"
#include "Ui/Copilot/DeltaWords.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::size_t mostEarlier = 12;

const juce::StringArray wishes { "Brighter", "Darker", "Wider", "More movement", "Softer attack", "Longer release", "No reverb" };

juce::String quoted (const std::string& words)
{
    const juce::String open { juce::CharPointer_UTF8 ("\xe2\x80\x9c") }, close { juce::CharPointer_UTF8 ("\xe2\x80\x9d") };
    return open + juce::String (words) + close;
}

juce::String categoryOf (const MadePatch& made)
{
    const juce::String name (std::string (nameOf (made.category)));
    return name.substring (0, 1).toUpperCase() + name.substring (1);
}

juce::String counted (std::size_t count, const char* one, const char* many)
{
    return juce::String (static_cast<int> (count)) + " " + (count == 1 ? one : many);
}

/** As tall as there is room. */
void normalise (ShownResult& shown)
{
    auto loudest = 1e-6f, tallest = 1e-6f;

    for (const auto& peak : shown.wave)
        loudest = std::max ({ loudest, peak.high, -peak.low });

    for (auto& peak : shown.wave)
        peak = { peak.low / loudest, peak.high / loudest };

    for (const auto height : shown.spectrum)
        tallest = std::max (tallest, height);

    for (auto* heights : { &shown.spectrum, &shown.before })
        for (auto& height : *heights)
            height /= tallest;
}
} // namespace

CopilotView::CopilotView (Deeds& d) : deeds (d), desk (d.session.copilot())
{
    setTitle ("Copilot");
    addAndMakeVisible (panel);
    connect();
    changed = desk.onChange.add ([this] { mayHaveChanged = true; });
    bundle = desk.bundles.onNews.add ([this] (const BundleNews& news) {
        mayHaveChanged = true;

        // Of those that stand in the list of jobs the window tells.
        if (news.isQuiet && ! news.isDone)
            deeds.say (news.sentence, Ink::rose);
    });
    project = deeds.session.onProject.add ([this] { mayHaveChanged = true; });
    selection = deeds.session.onSelection.add ([this] { mayHaveChanged = true; });
    update();
}

void CopilotView::connect()
{
    panel.onAsk = [this] (const juce::String& words) {
        panel.prompt.setText ({});
        deeds.run ("copilot.ask", { { "prompt", words.toStdString() } });
        giveKeysBack(); // so that the keys play what comes
    };
    panel.onCancel = [this] { deeds.run ("copilot.cancel"); };
    panel.onEarlier = [this] (int row) {
        current = rows[static_cast<std::size_t> (row)];
        update();
    };
    panel.onPrivacy = [this] { deeds.openSettings ("copilot"); };
    panel.prompt.onEscape = [this] { leave(); };
    panel.variations.onChoose = [this] (int variation) { choose (variation); };
    panel.card.keep.onClick = [this] { keep(); };
    panel.card.compare.onClick = [this] { deeds.run ("copilot.compare"); };
    panel.card.again.onClick = [this] { deeds.run ("copilot.again"); };
    panel.card.play.onClick = [this] { play(); };
    panel.card.bundle.onClick = [this] { deeds.run ("copilot.export", card()); };
    panel.card.bundle.onNear = [this] { makeBundleReady(); };
    panel.card.bundle.onDragOut = [this] { return bundleFile(); };
    panel.card.cover.onClick = [this] { deeds.run ("copilot.cover", card()); };
    panel.card.why.onTake = [this] (int row, bool isTaken) { take (row, isTaken); };
    panel.card.why.onShow = [this] (int row) { showInSynth (row); };
}

void CopilotView::begin() { panel.prompt.focus(); }

void CopilotView::visibilityChanged()
{
    if (! isVisible() && playedSince != 0)
        play();
}

/** A card that nobody asked to see comes forward only when it is new. */
void CopilotView::follow()
{
    for (const auto& one : desk.cards())
        if (! one.isVariation && one.id > newest)
        {
            newest = one.id;
            current = one.id;
        }

    // What begins to be played comes forward, too; what goes on being played does not.
    if (const auto tried = desk.tried(); std::exchange (wasTried, tried) != tried && tried != 0)
        current = tried;

    if (kept != 0 && ! isStillKept())
        kept = 0;

    if (desk.find (current) == nullptr)
        current = desk.cards().empty() ? 0 : desk.cards().front().id;
}

bool CopilotView::isStillKept() const
{
    const auto now = deeds.session.patchOf (keptBy);
    return now != nullptr && keptPatch != nullptr && (now == keptPatch || *now == *keptPatch);
}

int CopilotView::rootOf (const CopilotCard& one) const
{
    return one.isVariation && desk.find (one.parent) != nullptr ? one.parent : one.id;
}

ShownResult CopilotView::resultOf (const CopilotCard& one) const
{
    const auto& made = one.made();
    ShownResult shown;
    shown.name = made.patch.name;
    shown.subtitle = categoryOf (made) + ", seed " + juce::String (made.origin.seed) + (one.result->isRefined ? "" : ", first draft");
    shown.description = made.patch.comments;
    shown.cover = sleeveOf (one);
    shown.spectrum = one.result->spectrum;

    for (const auto& [low, high] : one.result->shape)
        shown.wave.push_back ({ low, high });

    if (const auto* parent = desk.find (one.parent))
        shown.before = parent->result->spectrum;

    const auto parts = desk.partsOf (one.id);

    for (const auto i : orderOf (made))
    {
        shown.why.push_back (wordsFor (made.origin.deltas[i], made.patch));
        shown.why.back().isTaken = parts.contains (i);
    }

    shown.remarks = remarksOf (made);

    normalise (shown);

    shown.isHeard = desk.tried() == one.id;
    shown.isComparing = desk.isComparing();
    shown.isPlaying = playedSince != 0;
    shown.canCompare = desk.canCompare() && (desk.tried() == one.id || desk.tried() == 0);
    shown.canRepeat = one.id == newest && ! desk.isBusy();
    shown.isKept = kept == one.id && ! shown.isHeard;
    return shown;
}

void CopilotView::listVariations (ShownCopilot& state)
{
    strip.clear();
    const auto* one = desk.find (current);
    const auto* root = one != nullptr ? desk.find (rootOf (*one)) : nullptr;

    if (root == nullptr)
        return;

    for (const auto& card : desk.cards())
        if (card.id == root->id || (card.isVariation && card.parent == root->id))
        {
            const auto isRoot = card.id == root->id;
            strip.push_back (card.id);
            state.variation = card.id == current ? static_cast<int> (state.variations.size()) : state.variation;
            state.variations.push_back ({ isRoot ? juce::String ("As asked") : juce::String (card.title), isRoot ? "seed " + juce::String (card.made().origin.seed) : counted (card.made().origin.deltas.size(), "change", "changes"), isRoot ? juce::String (card.title) : subjectsOf (card.made()), true });
        }

    if (state.variations.size() == 1)
        state.variations.push_back ({ "Variations", "six other ways", "Makes six sounds that are like this one and otherwise in one thing each.", ! desk.isBusy() });
}

void CopilotView::listEarlier (ShownCopilot& state)
{
    rows.clear();
    const auto* one = desk.find (current);
    const auto root = one != nullptr ? rootOf (*one) : 0;

    for (const auto& card : desk.cards())
        if (! card.isVariation && card.id != root && rows.size() < mostEarlier)
        {
            rows.push_back (card.id);
            state.earlier.push_back ({ card.made().patch.name, categoryOf (card.made()) + ", " + quoted (card.title), sleeveOf (card) });
        }
}

juce::String CopilotView::privacyNow() const
{
    const auto choice = plannerChoice (deeds.session.preferences());
    const auto* provider = plannerProvider (choice.provider);
    return whyOffline (choice).empty() && provider != nullptr ? "your words go to " + juce::String (provider->name) : juce::String ("offline, nothing leaves this machine");
}

void CopilotView::update()
{
    follow();
    ShownCopilot state;
    state.privacy = privacyNow();
    state.problem = desk.problem();

    if (desk.isBusy())
        state.request = ProgressRow::State { .name = desk.isVarying() ? "Making variations" : "Listening", .status = juce::String (juce::roundToInt (desk.progress() * 100)) + " %", .detail = desk.tried() != 0 && ! desk.isVarying() ? "It can be played already." : "", .fraction = static_cast<float> (desk.progress()) };

    if (const auto* one = desk.find (current))
    {
        state.result = resultOf (*one);
        state.there = state.result->name;
    }

    listVariations (state);
    listEarlier (state);

    if (state.there.isNotEmpty())
        state.hints = wishes;
    else
        for (const auto& example : CopilotDesk::examples())
            state.hints.add (example);

    juce::StringArray asked;

    for (const auto& prompt : desk.history())
        asked.add (prompt);

    panel.prompt.setHistory (asked);
    panel.show (std::move (state));
}

void CopilotView::refresh()
{
    if (const auto* one = desk.find (current); playedSince != 0 && one != nullptr && one->result->phrase != nullptr)
    {
        const auto seconds = static_cast<double> (juce::Time::getMillisecondCounter() - playedSince) / 1000;
        const auto whole = static_cast<double> (one->result->phrase->frames()) / one->result->phrase->sampleRate;
        panel.card.setPlayed (static_cast<float> (seconds / whole));

        if (seconds >= whole)
        {
            playedSince = 0;
            mayHaveChanged = true;
        }
    }

    if (std::exchange (mayHaveChanged, false))
        update();
}

void CopilotView::choose (int variation)
{
    if (static_cast<std::size_t> (variation) >= strip.size())
        return deeds.run ("copilot.vary", card());

    current = strip[static_cast<std::size_t> (variation)];
    deeds.run ("copilot.try", card());
}

void CopilotView::keep()
{
    if (desk.tried() != current && ! desk.isComparing())
        return deeds.run ("copilot.try", card());

    deeds.run ("copilot.keep");
    kept = current;
    keptBy = deeds.session.selection().instrument;
    keptPatch = deeds.session.patchOf (keptBy);
    update();
}

/** The place of the difference that a row tells of. */
std::size_t CopilotView::partOf (int row) const { return orderOf (desk.find (current)->made())[static_cast<std::size_t> (row)]; }

void CopilotView::take (int row, bool isTaken)
{
    auto parts = desk.partsOf (current);

    if (isTaken)
        parts.insert (partOf (row));
    else
        parts.erase (partOf (row));

    if (const auto* one = desk.find (current); one != nullptr && parts.size() == one->made().origin.deltas.size())
        return deeds.run ("copilot.try", card()); // all of it again

    juce::StringArray places;

    for (const auto part : parts)
        places.add (juce::String (static_cast<int> (part) + 1));

    deeds.run ("copilot.parts", { { "card", current }, { "parts", places.joinIntoString (",").toStdString() } });
}

/** What is not heard yet cannot be looked at. */
void CopilotView::showInSynth (int row)
{
    const auto* one = desk.find (current);
    const auto control = one != nullptr ? controlOf (one->made().origin.deltas[partOf (row)]) : std::nullopt;

    if (! control)
        return;

    if (desk.tried() != current)
        deeds.run ("copilot.try", card());

    deeds.run ("view.patch");
    deeds.run ("synth.show", { { "control", std::string (infoOf (*control).id) } });
}

juce::Image CopilotView::sleeveOf (const CopilotCard& one) const
{
    const auto& png = desk.bundles.sleeveOf (one.made());
    auto& [size, image] = sleeves[one.id];

    if (std::exchange (size, png.size()) != png.size())
    {
        image = juce::ImageFileFormat::loadFrom (png.data(), png.size());

        // By halves, or fine lines become dots.
        for (constexpr int most = 384; image.getWidth() >= most;)
            image = image.rescaled (image.getWidth() / 2, image.getHeight() / 2, juce::Graphics::highResamplingQuality);
    }

    return image;
}

void CopilotView::makeBundleReady()
{
    if (desk.find (current) != nullptr && ! desk.bundles.isBusy() && desk.bundles.fileOf (desk.keptOf (current)).empty())
        desk.bundles.makeReady (desk.keptOf (current));
}

/** A drag needs a file that is there when it begins. */
juce::String CopilotView::bundleFile()
{
    const auto file = desk.find (current) != nullptr ? desk.bundles.fileOf (desk.keptOf (current)) : std::filesystem::path();

    if (file.empty())
    {
        makeBundleReady();
        deeds.say ("The bundle is being made: drag it out in a moment.");
    }

    return file.string();
}

void CopilotView::play()
{
    const auto isPlaying = playedSince != 0;
    playedSince = isPlaying ? 0 : std::max (1u, juce::Time::getMillisecondCounter());
    deeds.run ("copilot.preview", { { "card", current }, { "stop", isPlaying } });
    mayHaveChanged = true;
}

/** First the words go, then the keys. */
void CopilotView::leave()
{
    if (panel.prompt.text().isNotEmpty())
        panel.prompt.setText ({});
    else
        giveKeysBack();
}

void CopilotView::giveKeysBack()
{
    if (! hasKeyboardFocus (true))
        return;

    for (auto* around = getParentComponent(); around != nullptr; around = around->getParentComponent())
        if (around->getWantsKeyboardFocus())
            return around->grabKeyboardFocus();
}

void CopilotView::resized() { panel.setBounds (getLocalBounds()); }

} // namespace athanor
