INSERT INTO plans (plan, label, monthly_price, max_seats)
SELECT *
FROM values(
    'plan String, label String, monthly_price Decimal(10, 2), max_seats Nullable(UInt16)',
    ('free', 'Free', 0, 1),
    ('starter', 'Starter', 19, 3),
    ('team', 'Team', 79.5, 12),
    ('enterprise', 'Enterprise', 399.9, NULL)
)
WHERE plan NOT IN (SELECT plan FROM plans)
