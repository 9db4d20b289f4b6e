// SPDX-License-Identifier: GPL-3.0-or-later
// Where a musician asks for sounds in words, hears what came of it, and keeps all of it or parts.
#pragma once

#include "App/Copilot/BundleDesk.h"
#include "App/Copilot/CopilotWork.h"
#include "App/Listeners.h"
#include "Core/Id.h"
#include "Model/Project.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace athanor
{

class KeyDesk;
class Session;

/** A result on the desk. */
struct CopilotCard
{
    int id = 0;
    int parent = 0;    ///< The card it is a change or variation of; 0: none.
    std::string title; ///< What was asked for, or the name of the variation.
    bool isVariation = false;
    SharedResult result; ///< Never null.

    const MadePatch& made() const { return result->made; }
};

/** All calls on the message thread; they return at once. */
class CopilotDesk
{
public:
    /** @param read  How prompts are understood; empty: offline. */
    explicit CopilotDesk (Session&, ReadPrompt read = {});
    ~CopilotDesk();

    // Asking. What is under way is dropped; its result, when it comes, is played by the chosen instrument, as one step that can be undone.

    /** Asks for something new; of a prompt that speaks of the sound that is there ("a bit darker"), for a change of what is tried, or of the
        chosen instrument's patch. Fails with a sentence where there is nothing to change or nothing was said. */
    Result<Done> ask (const std::string& prompt);

    /** The same prompt with the next seed. */
    Result<Done> again();

    /** Makes a row of variations of a card; they are not played until somebody tries them. */
    Result<Done> vary (int card);

    void cancel();

    bool isBusy() const;

    /** Whether that is variations. */
    bool isVarying() const { return isBusy() && varies; }

    /** 0 to 1, of what is under way. */
    double progress() const noexcept { return done; }

    /** Why the last order came to nothing; empty: it did not. */
    const std::string& problem() const noexcept { return trouble; }

    // What came of it: the newest first, variations after what they are variations of.

    const std::vector<CopilotCard>& cards() const noexcept { return table; }

    const CopilotCard* find (int card) const;

    /** Takes a card off the desk; what is played stays. */
    void dismiss (int card);

    /** What was asked before, the newest last; kept for the next time. */
    const std::vector<std::string>& history() const noexcept { return prompts; }

    /** Things to ask for, for somebody who does not know yet. */
    static const std::vector<std::string>& examples();

    // Trying. All tries on one instrument are one step for undo, until something else is done.

    /** Lets the chosen instrument play a card, or an instrument of its own on the chosen track. */
    Result<Done> tryOut (int card);

    /** The card that is played; 0: none, or it was changed since by hand. */
    int tried() const;

    /** A against B: what is played now against what was there before the first try, and back. */
    Result<Done> compare();

    bool isComparing() const;

    /** Whether what is heard is what is tried, turned by hand since or not, or is compared with it. */
    bool isTrying() const;

    /** Whether there was a sound before what is tried. */
    bool canCompare() const;

    /** Leaves of the differences of a card only those with these places in made().origin.deltas. */
    Result<Done> tryParts (int card, const std::set<std::size_t>& parts);

    /** Which parts of it are played: all, until tryParts() said otherwise. */
    std::set<std::size_t> partsOf (int card) const;

    /** Keeps what is tried: the next try begins a step of its own. */
    Result<Done> accept();

    /** A card as it is kept: without the parts that were left out. */
    MadePatch keptOf (int card) const;

    BundleDesk bundles; ///< Sleeves and bundles of the cards.

    /** Gives back what was there before the first try. */
    Result<Done> putBack();

    /** Plays the phrase of a card, past the project. */
    Result<Done> preview (int card);
    void stopPreview();

    /** The keys of those who may read prompts. */
    KeyDesk& keys();

    /** Takes over what other threads have ready. From the clock of the window. */
    void update();

    /** Waits for what is under way, and takes it over. For the shell and for tests. */
    void settle();

    Listeners<> onChange; ///< Something of the above is another now.

private:
    struct Trial;

    /** A card of which parts were left out. */
    struct Choice
    {
        std::set<std::size_t> parts;
        MadePatch made; ///< With those parts only.
    };

    Result<Done> begin (CopilotOrder, int parent);

    /** Where a sound is to be played. */
    struct Place
    {
        InstrumentId instrument;
        TrackId track; ///< Gets an instrument where there is none yet.
    };

    Place placeNow() const;
    Result<Done> play (const PatchSpec&, int card, Place);
    const CopilotCard* cardOf (const PatchSpec&) const;
    SharedResult whatIsThere() const;
    Result<Done> compareWithModule();
    const MadePatch& heldOf (const CopilotCard&) const;
    void take (const CopilotNews&);
    void remember (const std::string& prompt);

    Session& session;
    CopilotWork work;
    std::vector<CopilotCard> table;
    std::vector<std::string> prompts;
    std::unique_ptr<Trial> trial;
    std::unique_ptr<KeyDesk> keyDesk;
    std::map<int, Choice> choices; ///< By card.
    std::optional<CopilotOrder> last;
    Place orderedFor;    ///< Where the order's result is to be played, whatever is chosen by then.
    bool varies = false; ///< The order is one for variations.
    int order = 0, orderedFrom = 0, cardOfOrder = 0, lastCard = 0;
    double done = 0;
    std::string trouble;
};

} // namespace athanor
