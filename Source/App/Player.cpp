// SPDX-License-Identifier: GPL-3.0-or-later
// What the player is told to do; what can be read from it is beside this.
#include "App/Player.h"

#include "App/PlayerPrivate.h"
#include "Dsp/Sound.h"
#include "Model/ParameterAddress.h"

#include <cmath>

namespace athanor
{

Player::Player() : self (std::make_unique<Private>()) {}

Player::~Player() = default;

Engine& Player::engine() noexcept { return self->engine; }

void Player::show (const Project& project, const FindSound& findSound, const FindMaterial& findMaterial)
{
    const auto isSame = self->readsTheSame (project);
    self->project = project;
    self->findSound = findSound;
    self->findMaterial = findMaterial;

    if (! isSame)
        self->makeScore();

    self->publish();
}

void Player::setDevice (DeviceState device)
{
    const auto isOtherRate = device.sampleRate != self->device.sampleRate;
    self->device = std::move (device);

    if (! isOtherRate)
        return;

    self->plan = nullptr; // every module has to be prepared anew
    self->makeScore();
    self->publish();
}

void Player::play (PlayRange range)
{
    const auto now = position();
    const auto* song = self->score != nullptr ? &self->score->score : nullptr;

    // After its end a song begins again.
    if (song != nullptr && now.seconds >= song->length)
        return playFrom (song->lines.front().slot, song->lines.front().inPattern, range);

    playFrom (now.slot, now.inPattern, range);
}

void Player::playFrom (SlotId slot, Ticks inPattern, PlayRange range)
{
    auto& options = self->options;
    const auto before = std::tuple { options.onlySlot, options.onlyPattern, options.loops };
    const auto* shown = self->project.sequence.find (slot);
    options.onlySlot = range == PlayRange::slot && shown != nullptr ? std::optional (slot) : std::nullopt;
    options.onlyPattern = range == PlayRange::pattern && shown != nullptr ? std::optional (shown->pattern) : std::nullopt;
    self->range = range;

    if (before != std::tuple { options.onlySlot, options.onlyPattern, self->isLooping } || self->score == nullptr)
    {
        self->makeScore();
        self->publish();
    }

    locate (slot, inPattern);
    const auto bar = self->beatsPerBarAt (self->placeOf (slot, inPattern));
    self->order (StartPlaying { self->isRecording ? self->countIn * bar : 0, bar });
}

void Player::stop() { self->order (StopPlaying {}); }

void Player::panic() { self->order (Panic {}); }

void Player::locate (SlotId slot, Ticks inPattern)
{
    const auto* line = self->placeOf (slot, inPattern);
    self->order (Locate { line != nullptr ? self->score->frameAt (line->time) : 0 });
}

void Player::setLooping (bool loops)
{
    self->isLooping = loops;
    self->makeScore();
    self->publish();
}

bool Player::isLooping() const { return self->isLooping; }

void Player::setMetronome (bool clicks)
{
    self->hasMetronome = clicks;
    self->order (SetMetronome { clicks });
}

bool Player::hasMetronome() const { return self->hasMetronome; }

void Player::setCountIn (int bars) { self->countIn = bars; }

int Player::countIn() const { return self->countIn; }

void Player::setRecording (bool records) { self->isRecording = records; }

std::uint32_t Player::startNote (TrackId track, InstrumentId instrument, double pitch, double velocity)
{
    self->makePlayable (track, instrument);
    const auto note = ++self->lastNote;
    self->notes.emplace (note, std::pair { track, instrument });
    self->order (StartNote { track, instrument, note, static_cast<float> (pitch), static_cast<float> (velocity) });
    return note;
}

void Player::stopNote (std::uint32_t note)
{
    const auto found = self->notes.find (note);

    if (found == self->notes.end())
        return;

    self->order (StopNote { found->second.first, found->second.second, note });
    self->notes.erase (found);
}

void Player::pressNote (std::uint32_t note, double pressure)
{
    if (const auto found = self->notes.find (note); found != self->notes.end())
        self->order (PressNote { found->second.first, note, static_cast<float> (pressure) });
}

void Player::bend (TrackId track, double amount) { self->order (MoveHands { track, MoveHands::What::bend, static_cast<float> (amount) }); }

void Player::turnWheel (TrackId track, double amount) { self->order (MoveHands { track, MoveHands::What::wheel, static_cast<float> (amount) }); }

void Player::holdPedal (TrackId track, bool isDown) { self->order (MoveHands { track, MoveHands::What::pedal, isDown ? 1.0f : 0.0f }); }

void Player::preview (std::shared_ptr<const dsp::Sound> sound)
{
    self->engine.previews.publish (self->message, std::make_unique<Preview> (Preview { std::move (sound) }));
}

void Player::turn (const std::string& address, double position)
{
    self->held.insert_or_assign (address, position);
    self->lastTurned = address;
    self->order (TurnKnob { keyOf (address), static_cast<float> (position) });
}

void Player::release (const std::string& address)
{
    self->held.erase (address);
    self->order (TurnKnob { keyOf (address), NAN });
}

void Player::setLoadSource (std::function<DeviceLoad()> ask) { self->askDevice = std::move (ask); }

const std::string& Player::lastTurned() const { return self->lastTurned; }

DeviceState Player::device() const { return self->device; }

void Player::update()
{
    self->engine.plans.freeRetired (self->message);
    self->engine.previews.freeRetired (self->message);

    // What was fading has faded: the next plan is without it.
    if (self->plan != nullptr && self->plan->isFading && self->engine.report.plan.load (std::memory_order_relaxed) == self->plan->serial)
        self->publish();
}

} // namespace athanor
