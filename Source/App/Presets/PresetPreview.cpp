// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetPreview.h"

#include "App/PatchFiles.h"
#include "App/Presets/PresetPhrase.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
constexpr std::size_t mostKept = 48; // of three seconds each: 50 MB

/** A request, the rate, and when the file was written: a preset that was saved anew sounds anew. */
struct PreviewKey
{
    PreviewRequest request;
    double sampleRate = 0;
    std::filesystem::file_time_type written;

    bool operator== (const PreviewKey&) const = default;
};

PreviewKey keyOf (const PreviewRequest& request, double sampleRate)
{
    std::error_code error;
    return { request, sampleRate, std::filesystem::last_write_time (request.file, error) };
}

PreviewAnswer answerTo (const PreviewRequest& request, double sampleRate)
{
    const auto loaded = loadPatch (request.file);

    if (! loaded)
        return { request, nullptr, loaded.failure().message };

    const auto& phrase = phraseFor (request.category);
    const auto played = renderPreset (loaded->patch, phrase.notes, { .sampleRate = sampleRate, .seconds = phrase.seconds, .settling = 0 });
    auto sound = std::make_shared<dsp::Sound>();
    sound->sampleRate = sampleRate;
    sound->channels = 2;
    sound->samples.reserve (2 * played.frames.size());

    // The end is faded: the phrase may be over before the sound is.
    const auto fade = static_cast<float> (0.25 * sampleRate);

    for (std::size_t i = 0; i < played.frames.size(); ++i)
        for (const auto side : played.frames[i])
            sound->samples.push_back (side * std::min (1.0f, static_cast<float> (played.frames.size() - i) / fade));

    return { request, std::move (sound), {} };
}
} // namespace

struct PresetPreview::Private
{
    struct Wish
    {
        PreviewRequest request;
        double sampleRate;
    };

    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Wish> asked;
    std::vector<Wish> later;
    std::optional<PreviewAnswer> answer;
    bool isEnding = false, isBusy = false, isWanted = false;
    std::deque<std::pair<PreviewKey, PreviewAnswer>> kept; ///< Oldest first. The thread's alone.
    std::thread thread;

    void run()
    {
        std::unique_lock lock (mutex);

        while (true)
        {
            changed.wait (lock, [this] { return isEnding || asked || ! later.empty(); });

            if (isEnding)
                return;

            const auto isAsked = asked.has_value();
            const auto wish = isAsked ? *asked : later.front();

            if (isAsked)
                asked.reset();
            else
                later.erase (later.begin());

            isBusy = isAsked;
            lock.unlock();
            const auto made = find (wish);
            lock.lock();
            isBusy = false;

            // Another wish may have come meanwhile.
            if (isAsked && isWanted && ! asked)
                answer = made;

            changed.notify_all();
        }
    }

    PreviewAnswer find (const Wish& wish)
    {
        const auto key = keyOf (wish.request, wish.sampleRate);

        if (const auto found = std::ranges::find (kept, key, &std::pair<PreviewKey, PreviewAnswer>::first); found != kept.end())
            return found->second;

        kept.emplace_back (key, answerTo (wish.request, wish.sampleRate));

        if (kept.size() > mostKept)
            kept.pop_front();

        return kept.back().second;
    }
};

PresetPreview::PresetPreview() : self (std::make_unique<Private>()) {}

PresetPreview::~PresetPreview()
{
    {
        const std::lock_guard lock (self->mutex);
        self->isEnding = true;
    }

    self->changed.notify_all();

    if (self->thread.joinable())
        self->thread.join();
}

void PresetPreview::ask (const PreviewRequest& request, double sampleRate, std::vector<PreviewRequest> next)
{
    {
        const std::lock_guard lock (self->mutex);
        self->asked = { request, sampleRate };
        self->isWanted = true;
        self->answer.reset();
        self->later.clear();

        for (auto& one : next)
            self->later.push_back ({ std::move (one), sampleRate });
    }

    if (! self->thread.joinable())
        self->thread = std::thread ([inside = self.get()] { inside->run(); });

    self->changed.notify_all();
}

void PresetPreview::cancel()
{
    const std::lock_guard lock (self->mutex);
    self->isWanted = false;
    self->asked.reset();
    self->answer.reset();
    self->later.clear();
}

std::optional<PreviewAnswer> PresetPreview::take()
{
    // Never waits: whoever holds it now has no answer yet.
    const std::unique_lock lock (self->mutex, std::try_to_lock);
    return lock ? std::exchange (self->answer, std::nullopt) : std::nullopt;
}

std::optional<PreviewAnswer> PresetPreview::wait()
{
    std::unique_lock lock (self->mutex);
    self->changed.wait (lock, [this] { return self->answer || (! self->asked && ! self->isBusy); });
    return std::exchange (self->answer, std::nullopt);
}

} // namespace athanor
