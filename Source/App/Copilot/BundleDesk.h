// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeves and bundles of what the copilot made: sleeves at once, bundles on a thread of their own.
#pragma once

#include "App/Listeners.h"
#include "Compose/Sound/PatchOrigin.h"

#include <filesystem>
#include <memory>
#include <string>

namespace athanor
{

/** What became of an order. */
struct BundleNews
{
    std::string sentence; ///< "The bundle \"Ember Tide.zip\" is there.", or why it is not.
    bool isDone = false;
};

/** All calls on the message thread, which return at once. */
class BundleDesk
{
public:
    BundleDesk();
    ~BundleDesk();

    /** The sleeve of a patch as PNG, as it is in its bundle; painted when it is first asked for, which takes some milliseconds. Empty
        where it cannot be painted. */
    const std::string& sleeveOf (const MadePatch&);

    /** Makes the bundle of a patch, after those that were ordered before.
        @param target  Where it shall be written, too; empty: only where fileOf() says. */
    void make (const MadePatch&, const std::filesystem::path& target = {});

    /** Makes another sleeve, with its bundle; the sound stays. */
    void changeSleeve (const MadePatch&);

    /** A file with the bundle, called as a person would; empty: it is not made yet. */
    std::filesystem::path fileOf (const MadePatch&) const;

    bool isBusy() const;

    /** 0 to 1, of the one under way. */
    double progress() const;

    void cancel();

    /** Takes over what is made. */
    void update();

    /** Waits for all that was ordered, and takes it over. For the shell and for tests. */
    void settle();

    Listeners<BundleNews> onNews;

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
