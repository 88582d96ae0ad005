-- Sessions are drawn hour by hour and organization by organization from hashes of (organization, hour, number),
-- so two windows that touch hold the same rows as one window over both, and no row depends on the time of the run.
-- A session ends within an hour of its start: the hour before the window is drawn too, then cut to the window.
INSERT INTO events (
    timestamp, org_id, event, user_id, session_id, page, referrer, country, device, browser, plan, duration_ms, revenue
)
WITH
    (key, salt) -> intHash64(bitXor(key, salt)) / 18446744073709551616. AS unit,
    profiles AS (
        SELECT *
        FROM values(
            'org_id String, org_no UInt8, base Float64, growth Float64, centre Float64, weekend Float64, conversion Float64, phone Float64',
            ('acme', 0, 14.2, 0.55, 14, 0.42, 1.0, 0.28),
            ('globex', 1, 9.8, 0.04, 13, 0.3, 0.8, 0.17),
            ('initech', 2, 0.6, 0.9, 20, 1.35, 1.3, 0.62),
            ('umbrella', 3, 0.0135, 0, 11, 0.5, 2.4, 0.35)
        )
    ),
    hours AS (
        SELECT toStartOfHour({from:DateTime}) + toIntervalHour(toInt64(number) - 1) AS hour
        FROM numbers(toUInt64(dateDiff('hour', toStartOfHour({from:DateTime}), {to:DateTime}) + 2))
    ),
    calendar AS (
        SELECT
            p.*,
            h.hour AS hour,
            multiIf(
                org_no = 0, toHour(hour, 'America/New_York'),
                org_no = 1, toHour(hour, 'Europe/Berlin'),
                org_no = 2, toHour(hour, 'America/Los_Angeles'),
                toHour(hour, 'Europe/London')
            ) AS local_hour,
            multiIf(
                org_no = 0, toDayOfWeek(hour, 0, 'America/New_York'),
                org_no = 1, toDayOfWeek(hour, 0, 'Europe/Berlin'),
                org_no = 2, toDayOfWeek(hour, 0, 'America/Los_Angeles'),
                toDayOfWeek(hour, 0, 'Europe/London')
            ) >= 6 AS is_weekend,
            toStartOfMonth(hour) + cityHash64('launch', org_id, toStartOfMonth(hour)) % 24 AS launch_day,
            dateDiff('hour', toDateTime(launch_day) + INTERVAL 14 HOUR, hour) AS hours_since_launch,
            toDateTime(toStartOfQuarter(hour))
                + toIntervalHour(24 * (cityHash64('outage', toStartOfQuarter(hour)) % 85) + 15) AS outage_start,
            dateDiff('hour', outage_start, hour) BETWEEN 0 AND 3 AS is_outage
        FROM hours AS h
        CROSS JOIN profiles AS p
    ),
    traffic AS (
        SELECT
            *,
            -- Years are counted from 2025 and end at six, so that a late clock does not seed for minutes.
            1 + growth * least(greatest(dateDiff('hour', toDateTime('2025-01-01 00:00:00'), hour) / 8766, 0), 6) AS level,
            least(abs(local_hour - centre), 24 - abs(local_hour - centre)) AS hours_from_centre,
            level
                * base
                * (0.25 + 2.5 * exp(-pow(hours_from_centre / 4, 2)))
                * if(is_weekend, weekend, 1.15)
                * (1 + 0.12 * sin(2 * pi() * (toDayOfYear(hour) - 60) / 365))
                * if(toMonth(hour) = 12 AND toDayOfMonth(hour) >= 24, 0.55, 1)
                * if(hours_since_launch BETWEEN 0 AND 120 AND cityHash64('is launch', org_id, launch_day) % 2 = 0,
                    1 + 2.2 * exp(-hours_since_launch / 30), 1)
                * if(is_outage, 0.07, 1)
                * (0.84 + 0.32 * unit(cityHash64(org_id, toDate(hour)), 1)) AS expected_sessions,
            toUInt32(floor(expected_sessions + unit(cityHash64(org_id, toUnixTimestamp(hour)), 2))) AS sessions
        FROM calendar
        WHERE sessions > 0
    ),
    drawn AS (
        SELECT
            org_id, org_no, hour, is_outage, conversion, phone,
            arrayJoin(range(sessions)) AS session_no,
            cityHash64(org_id, toUnixTimestamp(hour), session_no) AS session_key,
            -- How many weeks ago this person came first; two of five are new this week.
            if(unit(session_key, 3) < 0.42, 0, 1 + floor(-log(unit(session_key, 4) + 1e-9) * 7)) AS age_weeks,
            toMonday(hour) - toIntervalWeek(toUInt16(age_weeks)) AS cohort,
            toUInt32(floor(base * level * 55 * pow(unit(session_key, 5), 1.25))) AS person_no,
            cityHash64('person', org_id, cohort, person_no) AS user_key
        FROM traffic
    ),
    sessions AS (
        SELECT
            org_id, org_no, session_key, user_key, is_outage,
            age_weeks = 0 AS is_new,
            toDateTime64(hour, 3) + toIntervalMillisecond(toUInt32(unit(session_key, 6) * 3600000)) AS started_at,
            toUInt32(4000 + 40000 * unit(session_key, 7)) AS gap_ms,
            unit(user_key, 8) AS person,
            multiIf(person < 0.58, 'free', person < 0.82, 'starter', person < 0.96, 'team', 'enterprise') AS own_plan,
            multiIf(unit(user_key, 9) < 0.62, 'starter', unit(user_key, 9) < 0.94, 'team', 'enterprise') AS bought_plan,
            unit(session_key, 10) / conversion AS reluctance,
            if(is_new,
                (reluctance < 0.46) + (reluctance < 0.21) + (reluctance < 0.145) + (reluctance < 0.046),
                0) AS funnel_steps,
            NOT is_new AND own_plan != 'free' AND unit(session_key, 11) < 0.03 AS renews,
            toUInt8(1 + least(floor(-log(unit(session_key, 12) + 1e-9) * 1.9), 8)) AS views,
            toUInt8(if(is_new, 0, floor(unit(session_key, 13) * 4))) AS actions,
            unit(user_key, 14) AS home,
            multiIf(
                org_no = 0, multiIf(home < 0.55, 'US', home < 0.66, 'CA', home < 0.76, 'GB', home < 0.82, 'MX', home < 0.87, 'DE',
                    home < 0.91, 'FR', home < 0.94, 'BR', home < 0.965, 'AU', home < 0.985, 'IN', 'JP'),
                org_no = 1, multiIf(home < 0.44, 'DE', home < 0.57, 'AT', home < 0.68, 'CH', home < 0.78, 'FR', home < 0.86, 'NL',
                    home < 0.92, 'PL', home < 0.97, 'ES', 'SE'),
                org_no = 2, multiIf(home < 0.71, 'US', home < 0.83, 'IN', home < 0.92, 'PH', 'CA'),
                multiIf(home < 0.8, 'GB', home < 0.93, 'IE', 'FR')
            ) AS country,
            multiIf(unit(user_key, 15) < phone, 'phone', unit(user_key, 15) < phone + 0.06, 'tablet', 'desktop') AS device,
            unit(user_key, 16) AS taste,
            multiIf(
                device = 'desktop', multiIf(taste < 0.61, 'Chrome', taste < 0.78, 'Edge', taste < 0.91, 'Firefox', 'Safari'),
                multiIf(taste < 0.52, 'Safari', taste < 0.93, 'Chrome', 'Samsung Internet')
            ) AS browser,
            unit(session_key, 17) AS origin,
            multiIf(
                NOT is_new AND origin < 0.7, 'direct',
                origin < 0.38, 'search', origin < 0.58, 'direct', origin < 0.72, 'newsletter',
                origin < 0.84, 'partner', origin < 0.95, 'social', 'ads'
            ) AS referrer
        FROM drawn
    ),
    steps AS (
        SELECT
            *,
            arrayJoin(range(1 + views + actions + greatest(funnel_steps, renews))) AS step,
            intHash64(bitXor(session_key, 1000 + step)) AS step_key,
            started_at + toIntervalMillisecond(step * gap_ms + step_key % gap_ms) AS happened_at,
            multiIf(
                step = 0, 'session_start',
                step <= views, 'page_view',
                step <= views + actions, multiIf(
                    unit(step_key, 18) < if(is_outage, 0.6, 0.03), 'error',
                    unit(step_key, 18) < 0.55, 'feature_used',
                    unit(step_key, 18) < 0.85, 'search',
                    'export'
                ),
                renews, 'renewed',
                transform(step - views - actions, [1, 2, 3, 4],
                    ['pricing_viewed', 'signup_started', 'signup_completed', 'subscribed'], '')
            ) AS event_name,
            -- Pages follow a power law; a session starts at the home page or where a link led it.
            toUInt16(floor(22 * pow(unit(if(step = 0, session_key, step_key), 19), 2.7))) AS page_no
        FROM sessions
        WHERE happened_at >= {from:DateTime} AND happened_at < {to:DateTime}
    )
SELECT
    happened_at,
    org_id,
    event_name,
    concat('u_', lower(hex(user_key))),
    concat('s_', lower(hex(session_key))),
    multiIf(
        event_name = 'pricing_viewed', '/pricing',
        event_name IN ('signup_started', 'signup_completed'), '/signup',
        event_name IN ('subscribed', 'renewed'), '/billing',
        transform(100 * org_no + page_no,
            [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
             100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121,
             200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221,
             300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321],
            ['/', '/product', '/docs', '/docs/getting-started', '/customers', '/blog', '/docs/api', '/integrations', '/app',
             '/app/reports', '/docs/webhooks', '/changelog', '/app/team', '/docs/limits', '/blog/pricing-change', '/security',
             '/docs/sdk', '/app/settings', '/careers', '/docs/errors', '/status', '/legal/terms',
             '/', '/katalog', '/app', '/app/lager', '/katalog/sensoren', '/hilfe', '/app/auftraege', '/katalog/antriebe',
             '/partner', '/app/rechnungen', '/katalog/steuerungen', '/hilfe/versand', '/magazin', '/app/team', '/karriere',
             '/hilfe/retouren', '/katalog/kabel', '/magazin/messe', '/app/einstellungen', '/kontakt', '/impressum', '/datenschutz',
             '/', '/feed', '/discover', '/messages', '/profile', '/feed/friends', '/groups', '/discover/music', '/events',
             '/settings', '/groups/new', '/discover/games', '/help', '/events/nearby', '/stickers', '/invite', '/help/safety',
             '/discover/sports', '/badges', '/download', '/press', '/terms',
             '/', '/samples', '/lab', '/samples/new', '/lab/bookings', '/inventory', '/reports', '/lab/devices', '/team',
             '/protocols', '/inventory/orders', '/reports/monthly', '/training', '/waste', '/calendar', '/settings', '/help',
             '/audit', '/export', '/safety', '/contact', '/privacy'],
            '/')
    ),
    referrer,
    country,
    device,
    browser,
    multiIf(event_name IN ('subscribed', 'renewed'), if(is_new, bought_plan, own_plan), is_new, 'free', own_plan),
    toUInt32(
        (45 + 9 * (page_no % 7))
        * exp(1.1 * (unit(step_key, 20) + unit(step_key, 21) + unit(step_key, 22) - 1.5))
        * if(unit(step_key, 23) < 0.012, 9, 1)
        * if(is_outage, 14, 1)
        * if(device = 'phone', 1.4, 1)
    ),
    if(event_name IN ('subscribed', 'renewed'),
        toDecimal64(
            transform(if(is_new, bought_plan, own_plan), ['starter', 'team', 'enterprise'], [1900, 7950, 39990], 0)
                * (1 + user_key % transform(if(is_new, bought_plan, own_plan), ['starter', 'team', 'enterprise'], [3, 8, 20], 1)),
            2) / 100,
        toDecimal64(0, 2))
FROM steps
