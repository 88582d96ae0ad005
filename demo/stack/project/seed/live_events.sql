-- The last two hours of the window only: what is older has left the data source.
INSERT INTO live_events (timestamp, org_id, visitor_id, page, country)
WITH
    (key, salt) -> intHash64(bitXor(key, salt)) / 18446744073709551616. AS unit,
    greatest({from:DateTime}, {to:DateTime} - INTERVAL 2 HOUR) AS first_second,
    seconds AS (
        SELECT first_second + toIntervalSecond(number) AS second
        FROM numbers(toUInt64(greatest(dateDiff('second', first_second, {to:DateTime}), 0)))
    ),
    views AS (
        SELECT
            org_id,
            second,
            arrayJoin(range(toUInt32(floor(
                per_second * (1 + 0.4 * sin(toUnixTimestamp(second) / 97)) + unit(cityHash64(org_id, second), 1)
            )))) AS view_no,
            cityHash64(org_id, second, view_no) AS view_key
        FROM seconds
        CROSS JOIN values('org_id String, per_second Float64',
            ('acme', 2.6), ('globex', 0.8), ('initech', 0.2), ('umbrella', 0.01)) AS rates
    )
SELECT
    toDateTime64(second, 3) + toIntervalMillisecond(view_key % 1000),
    org_id,
    concat('v_', lower(hex(toUInt16(cityHash64(org_id, toStartOfInterval(second, INTERVAL 10 MINUTE), view_key % 400))))),
    transform(toUInt8(floor(6 * pow(unit(view_key, 2), 2))), [0, 1, 2, 3, 4, 5],
        ['/', '/product', '/docs', '/pricing', '/app', '/blog'], '/'),
    transform(toUInt8(floor(5 * pow(unit(view_key, 3), 1.6))), [0, 1, 2, 3, 4], ['US', 'DE', 'GB', 'FR', 'IN'], 'US')
FROM views
