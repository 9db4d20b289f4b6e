// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/CopilotWork.h"

#include "App/Copilot/PatchEar.h"
#include "App/Copilot/ShelfFile.h"
#include "App/SoundPictures.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/Variations.h"
#include "Formats/Json.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
void drawPictures (CopilotResult& result)
{
    constexpr std::size_t columns = 240, bands = 96;
    const auto& sound = *result.phrase;
    const auto frames = sound.frames();
    result.shape.assign (columns, { 0, 0 });
    result.spectrum.assign (bands, 0);

    for (std::size_t i = 0; i < frames; ++i)
    {
        auto& [low, high] = result.shape[i * columns / frames];
        const auto value = 0.5f * (sound.samples[2 * i] + sound.samples[2 * i + 1]);
        low = std::min (low, value);
        high = std::max (high, value);
    }

    SpectrumPicture picture;
    std::vector<float> part (SpectrumPicture::frames), heights (bands);

    for (std::size_t begin = 0; begin + part.size() <= frames; begin += part.size())
    {
        for (std::size_t i = 0; i < part.size(); ++i)
            part[i] = 0.5f * (sound.samples[2 * (begin + i)] + sound.samples[2 * (begin + i) + 1]);

        picture.draw (part, sound.sampleRate, heights);

        for (std::size_t i = 0; i < bands; ++i)
            result.spectrum[i] = std::max (result.spectrum[i], heights[i]);
    }
}

UnderstoodPrompt readOffline (const std::string& prompt, const SoundIntent* before, std::stop_token)
{
    return { planSound (prompt, before), "offline" };
}
} // namespace

struct CopilotWork::Private
{
    explicit Private (ReadPrompt r) : read (r ? std::move (r) : ReadPrompt (readOffline)) {}

    // Of the worker.

    void tell (CopilotNews news)
    {
        const std::lock_guard guard (mutex);

        if (news.order == newest)
            told.push_back (std::move (news));
    }

    SharedResult finish (MadePatch made, PatchSpec beginning, bool isRefined) const
    {
        auto result = std::make_shared<CopilotResult>();
        made.patch.origin = formatJson (toValue (made.origin), JsonLayout::oneLine);
        result->phrase = playedPhrase (made.patch, made.category);
        result->made = std::move (made);
        result->beginning = std::move (beginning);
        result->shelf = shelf;
        result->isRefined = isRefined;
        drawPictures (*result);
        return result;
    }

    Result<PatchSpec> beginningOf (const CopilotOrder& order, const MadePatch& made) const
    {
        if (order.before != nullptr)
            return order.before->beginning;

        const auto* base = shelf->baseNamed (made.origin.base);
        return base != nullptr ? shelf->load (*base) : Result<PatchSpec> (PatchSpec());
    }

    void fail (int number, const Failure& failure, const std::stop_token& stop)
    {
        if (! stop.stop_requested())
            tell ({ number, 0, {}, nullptr, failure.message, 1, true });
    }

    /** @param remarks  What else the musician is told. */
    Result<SharedResult> makeOne (const CopilotOrder& order, const PatchRequest& request, const Ear& ear, bool isRefined, const std::vector<std::string>& remarks = {}) const
    {
        const auto made = order.before != nullptr ? changePatch (order.before->made, request, *shelf, ear) : makePatch (request, *shelf, ear);

        if (! made)
            return made.failure();

        auto beginning = beginningOf (order, *made);

        if (! beginning)
            return beginning.failure();

        auto patch = *made;
        patch.remarks.insert (patch.remarks.begin(), remarks.begin(), remarks.end());
        return finish (std::move (patch), *beginning, isRefined);
    }

    void make (int number, const CopilotOrder& order, const std::stop_token& stop)
    {
        const auto* before = order.before != nullptr ? &order.before->made.origin.intent : nullptr;
        const auto understood = order.intent ? UnderstoodPrompt { *order.intent } : read (order.prompt, before, stop);
        const PatchRequest request { order.prompt, understood.intent, understood.planner, order.seed, order.begin, order.tags };
        const auto report = [&] (double progress) { tell ({ number, 0, order.prompt, nullptr, {}, progress, false }); };

        // At once what the rules make, so that there is something to play; then what was listened to.
        if (order.before == nullptr)
            if (const auto quick = makeOne (order, request, hastyEar(), false, understood.remarks))
                tell ({ number, 0, order.prompt, *quick, {}, 0.2, false });

        const auto result = makeOne (order, request, patchEar (stop, report), true, understood.remarks);

        if (! result)
            return fail (number, result.failure(), stop);

        tell ({ number, 0, order.prompt, *result, {}, 1, true });
    }

    void vary (int number, const CopilotOrder& order, const std::stop_token& stop)
    {
        const auto ideas = variationIdeas (order.before->made, order.seed);
        const auto count = std::min (static_cast<std::size_t> (order.variations), ideas.size());

        for (std::size_t i = 0; i < count && ! stop.stop_requested(); ++i)
        {
            const PatchRequest request { ideas[i].name, ideas[i].intent, "offline", order.seed, {}, {} };
            const auto result = makeOne (order, request, patchEar (stop), true);

            if (! result)
                return fail (number, result.failure(), stop);

            tell ({ number, static_cast<int> (i), ideas[i].name, *result, {}, static_cast<double> (i + 1) / static_cast<double> (count), i + 1 == count });
        }
    }

    void run (int number, const CopilotOrder& order, const std::stop_token& stop)
    {
        if (shelf == nullptr)
        {
            const auto loaded = loadShelf();

            if (! loaded)
                return fail (number, loaded.failure(), stop);

            shelf = *loaded;
        }

        order.variations > 0 ? vary (number, order, stop) : make (number, order, stop);
    }

    void loop (const std::stop_token& ending)
    {
        while (true)
        {
            CopilotOrder order;
            int number = 0;
            std::stop_token stop;

            {
                std::unique_lock lock (mutex);
                changed.wait (lock, ending, [this] { return waiting.has_value(); });

                if (ending.stop_requested())
                    return;

                order = std::move (*waiting);
                waiting.reset();
                number = newest;
                current = std::stop_source();
                stop = current.get_token();
                isWorking = true;
            }

            run (number, order, stop);
            const std::lock_guard guard (mutex);
            isWorking = false;
            changed.notify_all();
        }
    }

    const ReadPrompt read;
    std::shared_ptr<const SoundShelf> shelf; ///< The worker's.

    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<CopilotOrder> waiting;
    std::stop_source current;
    std::vector<CopilotNews> told;
    int newest = 0;
    bool isWorking = false;
    std::jthread thread; ///< Last: it ends before the rest goes.
};

CopilotWork::CopilotWork (ReadPrompt read) : self (std::make_unique<Private> (std::move (read)))
{
    self->thread = std::jthread ([p = self.get()] (const std::stop_token& ending) { p->loop (ending); });
}

CopilotWork::~CopilotWork()
{
    cancel();
    self->thread.request_stop();
    self->changed.notify_all();
}

int CopilotWork::order (CopilotOrder order)
{
    const std::lock_guard guard (self->mutex);
    self->current.request_stop();
    self->told.clear();
    self->waiting = std::move (order);
    self->changed.notify_all();
    return ++self->newest;
}

void CopilotWork::cancel()
{
    const std::lock_guard guard (self->mutex);
    self->current.request_stop();
    self->waiting.reset();
    self->told.clear();
    ++self->newest;
    self->changed.notify_all();
}

bool CopilotWork::isBusy() const
{
    const std::lock_guard guard (self->mutex);
    return self->isWorking || self->waiting;
}

std::vector<CopilotNews> CopilotWork::takeNews()
{
    const std::lock_guard guard (self->mutex);
    return std::exchange (self->told, {});
}

void CopilotWork::settle()
{
    std::unique_lock lock (self->mutex);
    self->changed.wait (lock, [this] { return ! self->isWorking && ! self->waiting; });
}

} // namespace athanor
