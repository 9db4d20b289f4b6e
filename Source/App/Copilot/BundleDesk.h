// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeves and bundles of what the copilot made: sleeves at once, bundles as jobs, which outlive the program.
#pragma once

#include "App/Listeners.h"
#include "Compose/Sound/PatchOrigin.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace athanor
{

class JobDesk;
struct BundleOrder;
struct Job;

/** What became of an order. */
struct BundleNews
{
    std::string sentence; ///< "The bundle \"Ember Tide.zip\" is there.", or why it is not.
    bool isDone = false;
    bool isQuiet = false; ///< Nobody waits for it; others stand in the list of jobs.
};

/** All calls on the message thread, which return at once. */
class BundleDesk
{
public:
    /** @param profile  Says whose hand the sleeves are of, whenever that is asked; empty: nobody's in particular. */
    explicit BundleDesk (std::function<std::string()> profile = {});
    ~BundleDesk();

    /** Whose jobs they are from now on, until null takes its place; without one, those of a desk of its own. */
    void workFor (JobDesk*);

    /** The sleeve of a patch as PNG, as it is in its bundle; painted when it is first asked for, which takes some milliseconds. Empty
        where it cannot be painted. */
    const std::string& sleeveOf (const MadePatch&);

    /** Makes the bundle of a patch.
        @param target  Where it shall be written, too; empty: only where fileOf() says. */
    void make (const MadePatch&, const std::filesystem::path& target = {});

    /** The same before anybody asks for it. */
    void makeReady (const MadePatch&);

    /** Makes another sleeve, with its bundle; the sound stays. */
    void changeSleeve (const MadePatch&);

    /** A file with the bundle, called as a person would; empty: it is not made yet. */
    std::filesystem::path fileOf (const MadePatch&) const;

    /** As far as is known by now. */
    bool isBusy() const;

    /** Takes over what is made. */
    void update();

    /** Waits for all that was ordered, and takes it over. For the shell and for tests. */
    void settle();

    Listeners<BundleNews> onNews;

private:
    struct Private;

    JobDesk& jobs();
    BundleOrder orderOf (const MadePatch&) const;
    void take (const Job&);

    std::unique_ptr<Private> self;
};

} // namespace athanor
