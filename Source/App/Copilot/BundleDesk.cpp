// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/BundleDesk.h"

#include "App/Jobs/BundleJob.h"
#include "App/Jobs/JobDesk.h"
#include "App/Jobs/JobLine.h"
#include "App/Jobs/JobTools.h"
#include "Formats/Picture/Picture.h"
#include "Store/AtomicFile.h"

#include <map>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr int sleevePixels = 192;
constexpr std::size_t mostSleeveBytes = std::size_t { 16 } << 20;

std::string keyOf (const Job& job)
{
    const auto name = textIn (job.request.input, "name");
    return name.substr (0, name.find (' '));
}

BundleNews newsOf (const Job& job)
{
    const auto isQuiet = job.request.kind == quietBundleKind;

    if (job.state == JobState::done)
        return { "The bundle \"" + fileMadeBy (job).filename().string() + "\" is there.", true, isQuiet };

    return { job.state == JobState::failed ? job.failure.message : "The bundle was not made: you stopped it.", false, isQuiet };
}
} // namespace

struct BundleDesk::Private
{
    std::map<std::string, std::string> sleeves; ///< By key.
    std::map<std::string, int> versions;        ///< Of the sleeves, by key.
    std::map<std::string, fs::path> files;      ///< By name.
    std::unique_ptr<JobDesk> own;
    JobDesk* desk = nullptr;
    Subscription ends;
    std::function<std::string()> profile;
};

BundleDesk::BundleDesk (std::function<std::string()> profile) : self (std::make_unique<Private>()) { self->profile = std::move (profile); }

BundleDesk::~BundleDesk() = default;

BundleOrder BundleDesk::orderOf (const MadePatch& made) const { return { made, self->profile ? self->profile() : std::string(), {} }; }

void BundleDesk::workFor (JobDesk* desk)
{
    self->desk = desk;
    self->ends = nullptr;

    if (desk != nullptr)
        self->ends = desk->onBundle.add ([this] (const Job& job) { take (job); });
}

JobDesk& BundleDesk::jobs()
{
    if (self->desk == nullptr)
    {
        if (self->own == nullptr)
            self->own = std::make_unique<JobDesk>();

        workFor (self->own.get());
    }

    return *self->desk;
}

void BundleDesk::take (const Job& job)
{
    if (job.state == JobState::done)
    {
        const auto name = textIn (job.request.input, "name");
        const auto version = static_cast<int> (numberIn (job.result, "version").value_or (0));

        // Another sleeve goes with the request: what else was made of that wears the old one.
        if (auto& known = self->versions[keyOf (job)]; version > known)
        {
            known = version;
            std::erase_if (self->files, [&] (const auto& file) { return file.first.starts_with (keyOf (job)); });
        }

        self->files[name] = textIn (job.result, "file");

        // The one that stands for itself since a card asked for it is smaller, and the same; another one is another.
        if (auto png = readFile (textIn (job.result, "sleeve"), mostSleeveBytes))
            self->sleeves[keyOf (job)] = std::move (*png);
    }

    onNews.call (newsOf (job));
}

const std::string& BundleDesk::sleeveOf (const MadePatch& made)
{
    const auto order = orderOf (made);
    const auto [found, isNew] = self->sleeves.try_emplace (bundleKey (order));

    if (isNew)
        if (auto png = writePng (makeCover (coverRequestFor (order, made.timbre)), sleevePixels))
            found->second = std::move (*png);

    return found->second;
}

void BundleDesk::make (const MadePatch& made, const fs::path& target) { jobs().bundle ({ orderOf (made), target, 0, false }); }

void BundleDesk::makeReady (const MadePatch& made) { jobs().bundle ({ orderOf (made), {}, 0, true }); }

void BundleDesk::changeSleeve (const MadePatch& made) { jobs().changeSleeve (orderOf (made)); }

fs::path BundleDesk::fileOf (const MadePatch& made) const
{
    std::error_code error;
    const auto found = self->files.find (bundleName (orderOf (made)));
    return found != self->files.end() && fs::exists (found->second, error) ? found->second : fs::path();
}

bool BundleDesk::isBusy() const { return self->desk != nullptr && self->desk->isBundling(); }

void BundleDesk::update()
{
    if (self->own != nullptr)
        self->own->update();
}

void BundleDesk::settle()
{
    if (self->desk != nullptr)
        self->desk->settleBundles();
}

} // namespace athanor
