// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/BundleDesk.h"

#include "App/Copilot/BundleMaker.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Picture/Picture.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr int sleevePixels = 192;

struct Order
{
    BundleOrder of;
    fs::path target;
    bool changesSleeve = false;
};

struct Outcome
{
    std::string key;
    BundleNews news;
    std::string sleeve;
    fs::path file;
};

/** In a folder of its own, so that it can be called as a person would, whatever else there is. */
Result<fs::path> writtenToCache (const MadeBundle& made)
{
    const auto folder = paths::cache() / "Bundles" / made.artifact.substr (0, 16);
    std::error_code error;
    fs::create_directories (folder, error);
    const auto written = writeFile (folder / made.fileName, made.bytes);
    return written ? Result<fs::path> (folder / made.fileName) : Result<fs::path> (written.failure());
}

Outcome failed (const std::string& key, const Failure& failure) { return { key, { failure.message, false }, {}, {} }; }

Outcome carryOut (const Order& order, const BundleProgress& progress, const std::stop_token& stop)
{
    const auto key = bundleKey (order.of);
    const auto place = BundlePlace::ofUser();
    const auto made = order.changesSleeve ? anotherSleeve (order.of, place, {}, progress, stop) : makeBundle (order.of, place, progress, stop);

    if (! made)
        return failed (key, made.failure());

    const auto file = writtenToCache (*made);

    if (! file)
        return failed (key, file.failure());

    if (! order.target.empty())
        if (const auto written = writeFile (order.target, made->bytes); ! written)
            return failed (key, written.failure());

    Outcome outcome { key, { "The bundle \"" + (order.target.empty() ? *file : order.target).filename().string() + "\" is there.", true }, {}, *file };

    if (const auto bundle = readBundle (made->bytes); bundle && bundle->files.contains ("cover.png"))
        outcome.sleeve = bundle->files.at ("cover.png");

    return outcome;
}
} // namespace

struct BundleDesk::Private
{
    std::map<std::string, std::string> sleeves;
    std::map<std::string, fs::path> files;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<Order> orders;
    std::vector<Outcome> outcomes;
    std::stop_source stop;
    bool isWorking = false;
    std::atomic<double> progress = 0;
    std::jthread worker; ///< Last: it uses all the others.

    void order (Order wanted)
    {
        const std::lock_guard lock (mutex);
        orders.push_back (std::move (wanted));

        if (! worker.joinable())
            worker = std::jthread ([this] (const std::stop_token& end) { run (end); });

        changed.notify_all();
    }

    void run (const std::stop_token& end)
    {
        std::unique_lock lock (mutex);

        while (changed.wait (lock, end, [this] { return ! orders.empty(); }))
        {
            const auto next = std::move (orders.front());
            orders.pop_front();
            isWorking = true;
            stop = std::stop_source();
            const std::stop_callback ending (end, [mine = stop]() mutable { mine.request_stop(); });
            const auto token = stop.get_token();
            lock.unlock();
            auto outcome = carryOut (
                next, [this] (double share) { progress = share; }, token);
            lock.lock();
            isWorking = false;
            progress = 0;
            outcomes.push_back (std::move (outcome));
            changed.notify_all();
        }
    }
};

BundleDesk::BundleDesk() : self (std::make_unique<Private>()) {}

BundleDesk::~BundleDesk() = default;

const std::string& BundleDesk::sleeveOf (const MadePatch& made)
{
    const BundleOrder order { made, {}, {} };
    const auto [found, isNew] = self->sleeves.try_emplace (bundleKey (order));

    if (isNew)
        if (auto png = writePng (makeCover (coverRequestFor (order, made.timbre)), sleevePixels))
            found->second = std::move (*png);

    return found->second;
}

void BundleDesk::make (const MadePatch& made, const fs::path& target) { self->order ({ { made, {}, {} }, target, false }); }

void BundleDesk::changeSleeve (const MadePatch& made) { self->order ({ { made, {}, {} }, {}, true }); }

fs::path BundleDesk::fileOf (const MadePatch& made) const
{
    std::error_code error;
    const auto found = self->files.find (bundleKey ({ made, {}, {} }));
    return found != self->files.end() && fs::exists (found->second, error) ? found->second : fs::path();
}

bool BundleDesk::isBusy() const
{
    const std::lock_guard lock (self->mutex);
    return self->isWorking || ! self->orders.empty();
}

double BundleDesk::progress() const { return self->progress; }

void BundleDesk::cancel()
{
    const std::lock_guard lock (self->mutex);
    self->orders.clear();
    self->stop.request_stop();
}

void BundleDesk::update()
{
    std::vector<Outcome> outcomes;

    {
        const std::lock_guard lock (self->mutex);
        outcomes.swap (self->outcomes);
    }

    for (auto& outcome : outcomes)
    {
        if (! outcome.sleeve.empty())
            self->sleeves[outcome.key] = std::move (outcome.sleeve);

        if (! outcome.file.empty())
            self->files[outcome.key] = outcome.file;

        onNews.call (outcome.news);
    }
}

void BundleDesk::settle()
{
    {
        std::unique_lock lock (self->mutex);
        self->changed.wait (lock, [this] { return ! self->isWorking && self->orders.empty(); });
    }

    update();
}

} // namespace athanor
