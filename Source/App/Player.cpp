// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Player.h"

#include "Dsp/Sound.h"

namespace athanor
{

struct Player::Private
{
    bool isLooping = false, hasMetronome = false;
    int countIn = 0;
    PlayPosition position;
};

Player::Player() : self (std::make_unique<Private>()) {}

Player::~Player() = default;

void Player::show (const Project&, const FindSound&) {}

void Player::play (PlayRange) { self->position.isPlaying = true; }

void Player::playFrom (SlotId slot, Ticks inPattern, PlayRange range)
{
    locate (slot, inPattern);
    play (range);
}

void Player::stop() { self->position.isPlaying = false; }

void Player::panic() {}

void Player::locate (SlotId slot, Ticks inPattern)
{
    self->position.slot = slot;
    self->position.inPattern = inPattern;
}

void Player::setLooping (bool loops) { self->isLooping = loops; }

bool Player::isLooping() const { return self->isLooping; }

void Player::setMetronome (bool clicks) { self->hasMetronome = clicks; }

bool Player::hasMetronome() const { return self->hasMetronome; }

void Player::setCountIn (int bars) { self->countIn = bars; }

int Player::countIn() const { return self->countIn; }

std::uint32_t Player::startNote (TrackId, InstrumentId, double, double) { return 0; }

void Player::stopNote (std::uint32_t) {}

void Player::pressNote (std::uint32_t, double) {}

void Player::bend (TrackId, double) {}

void Player::turnWheel (TrackId, double) {}

void Player::holdPedal (TrackId, bool) {}

void Player::preview (std::shared_ptr<const dsp::Sound>) {}

void Player::turn (const std::string&, double) {}

void Player::release (const std::string&) {}

std::optional<double> Player::livePosition (const std::string&) const { return {}; }

PlayPosition Player::position() const { return self->position; }

MeterReading Player::meter (TrackId) const { return {}; }

MeterReading Player::masterMeter() const { return {}; }

LoudnessReading Player::loudness() const { return {}; }

Load Player::load() const { return {}; }

DeviceState Player::device() const { return {}; }

void Player::update() {}

} // namespace athanor
