// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/WaveCache.h"

#include "Modules/Synth/Oscillator/Morph.h"
#include "Modules/Synth/Oscillator/RandomAmplitudes.h"

#include <algorithm>
#include <bit>

namespace athanor::synth
{

struct WaveCache::Workshop
{
    dsp::Fft fft { Wavetable::size };
    alignas (64) MorphedSpectrum spectrum {};
};

WaveCache::WaveCache (int capacity)
    : waves (std::make_unique_for_overwrite<Wave[]> (static_cast<std::size_t> (capacity) + 1)),
      entries (static_cast<std::size_t> (capacity) + 1),
      firstOfBucket (buckets, silence),
      workshop (std::make_shared<Workshop>())
{
    RandomAmplitudes::prepare();
    waves[silence].samples.fill (0);
    waves[silence].harmonics = 0;
}

std::uint32_t WaveCache::Key::hash() const noexcept
{
    auto mixed = table * 0x9e3779b97f4a7c15u + static_cast<std::uint32_t> (frame);
    mixed = (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9u + static_cast<std::uint32_t> (harmonics * 16 + morph);
    mixed = (mixed ^ (mixed >> 32)) * 0x94d049bb133111ebu + amount;
    mixed = (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9u;
    return static_cast<std::uint32_t> (mixed >> 40);
}

WaveCache::Key WaveCache::keyOf (const WaveOrder& order) noexcept
{
    const auto harmonics = cutsByPairs (static_cast<Morph> (order.morph)) ? order.harmonics | 1 : order.harmonics;
    return { order.table->serial(), order.frame, harmonics, order.morph, std::bit_cast<std::uint32_t> (order.amount) };
}

WaveCache::Place WaveCache::acquire (const WaveOrder& order) noexcept
{
    if (order.table == nullptr)
        return silence;

    const auto key = keyOf (order);
    auto place = find (key);

    if (place != silence)
    {
        if (entry (place).holders++ == 0)
            leaveQueue (place);

        return place;
    }

    place = takePlace();

    if (place == silence)
        return silence;

    auto& bucket = firstOfBucket[key.hash() % buckets];
    entry (place) = { key, 1, bucket, silence, silence, true };
    bucket = place;
    make (order, waves[static_cast<std::size_t> (place)]);
    return place;
}

void WaveCache::release (Place place) noexcept
{
    if (place == silence || --entry (place).holders > 0)
        return;

    entry (place).before = newest;
    entry (place).after = silence;
    (newest == silence ? oldest : entry (newest).after) = place;
    newest = place;
}

WaveCache::Place WaveCache::find (const Key& key) noexcept
{
    auto place = firstOfBucket[key.hash() % buckets];

    while (place != silence && entry (place).key != key)
        place = entry (place).nextOfBucket;

    return place;
}

WaveCache::Place WaveCache::takePlace() noexcept
{
    const auto isFull = used == static_cast<int> (entries.size());

    if (oldest == silence || (used < kept && ! isFull))
        return isFull ? silence : static_cast<Place> (used++);

    const auto place = oldest;
    leaveQueue (place);
    forget (place);
    return place;
}

void WaveCache::leaveQueue (Place place) noexcept
{
    const auto before = entry (place).before, after = entry (place).after;
    (before == silence ? oldest : entry (before).after) = after;
    (after == silence ? newest : entry (after).before) = before;
}

void WaveCache::forget (Place place) noexcept
{
    auto* link = &firstOfBucket[entry (place).key.hash() % buckets];

    while (*link != place)
        link = &entry (*link).nextOfBucket;

    *link = entry (place).nextOfBucket;
}

void WaveCache::make (const WaveOrder& order, Wave& wave) noexcept
{
    auto& spectrum = workshop->spectrum;
    morph (static_cast<Morph> (order.morph), *order.table, order.frame, order.harmonics, order.amount, spectrum);

    // How high a morph reaches, for those who read.
    int highest = order.harmonics;

    if (order.morph != 0)
        for (highest = Wavetable::bins - 1; highest > 0 && std::norm (spectrum[static_cast<std::size_t> (highest)]) < 1e-4f;)
            --highest;

    workshop->fft.inverse (std::span (spectrum).first<Wavetable::bins>(), std::span (wave.samples).subspan<1, Wavetable::size>());
    wave.samples[0] = wave.samples[Wavetable::size];
    wave.samples[Wavetable::size + 1] = wave.samples[1];
    wave.samples[Wavetable::size + 2] = wave.samples[2];
    wave.harmonics = highest;
    ++count;
}

} // namespace athanor::synth
