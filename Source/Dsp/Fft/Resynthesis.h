// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Dsp/Fft/Fft.h"

#include <algorithm>
#include <array>
#include <complex>
#include <cstdint>
#include <span>
#include <vector>

namespace athanor::dsp
{

/** Takes stereo sound apart into overlapping spectra, lets them be changed, and puts them together again.

    Left unchanged, the sound comes out as it went in, 2048 frames later. Jont Allen and Lawrence Rabiner, "A unified approach to
    short-time Fourier analysis and synthesis", 1977.
*/
class Resynthesis
{
public:
    static constexpr int size = 2'048, hop = size / 4, bins = size / 2 + 1;
    static constexpr int latency = size;

    using Spectrum = std::array<std::complex<float>, bins>;

    /** Allocates. */
    void prepare()
    {
        if (memory.empty())
            memory.resize (2);

        window.resize (size);

        for (int i = 0; i < size; ++i)
            window[static_cast<std::size_t> (i)] = 0.5f - 0.5f * cosine (static_cast<float> (i) / size);

        reset();
    }

    void reset() noexcept
    {
        for (auto& channel : memory)
            channel.clear();

        filled = 0;
    }

    /** @param frames  Changed in place; a divisor of `hop` long.
        @param change  Called once every `hop` frames with the two spectra, to change them. */
    template <typename Change>
    void process (std::span<Stereo> frames, Change&& change) noexcept
    {
        for (int lane = 0; lane < 2; ++lane)
        {
            auto& channel = memory[static_cast<std::size_t> (lane)];

            for (std::size_t i = 0; i < frames.size(); ++i)
            {
                const auto place = static_cast<std::size_t> (filled) + i;
                channel.input[size - hop + place] = frames[i][lane];
                frames[i].set (lane, channel.output[place]);
            }
        }

        filled += static_cast<int> (frames.size());

        if (filled < hop)
            return;

        filled = 0;

        for (auto& channel : memory)
            analyse (channel);

        change (memory[0].spectrum, memory[1].spectrum);

        for (auto& channel : memory)
            synthesise (channel);
    }

private:
    struct Channel
    {
        Fft fft { size };
        std::array<float, size> input {}, output {}, part {}; ///< The last frames heard; the next to be heard, still adding up.
        Spectrum spectrum {};

        void clear() noexcept
        {
            input.fill (0);
            output.fill (0);
        }
    };

    void analyse (Channel& channel) noexcept
    {
        for (std::size_t i = 0; i < size; ++i)
            channel.part[i] = channel.input[i] * window[i];

        channel.fft.forward (channel.part, channel.spectrum);
        std::copy (channel.input.begin() + hop, channel.input.end(), channel.input.begin());
    }

    void synthesise (Channel& channel) noexcept
    {
        channel.fft.inverse (channel.spectrum, channel.part);
        std::copy (channel.output.begin() + hop, channel.output.end(), channel.output.begin());
        std::fill (channel.output.end() - hop, channel.output.end(), 0.0f);

        // Four squared windows on top of each other add up to one and a half everywhere.
        for (std::size_t i = 0; i < size; ++i)
            channel.output[i] += channel.part[i] * window[i] * (1 / 1.5f);
    }

    std::vector<Channel> memory;
    std::vector<float> window;
    int filled = 0; ///< Frames heard since the last spectra.
};

/** Directions drawn by chance, the same ones after each `reset`. */
class RandomPhases
{
public:
    void reset() noexcept { state = 0x9e3779b9u; }

    /** A complex number of length one, turned by up to `share` of a whole turn. */
    std::complex<float> next (float share) noexcept
    {
        state = state * 1'664'525u + 1'013'904'223u;
        const auto turns = static_cast<float> (state >> 8) * 0x1p-24f - 0.5f;
        const auto pair = sine (Stereo (Stereo::Floats { turns * share, turns * share + 0.25f }));
        return { pair[1], pair[0] };
    }

private:
    std::uint32_t state = 0x9e3779b9u;
};

} // namespace athanor::dsp
