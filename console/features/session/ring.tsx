/** Touchpoints that flow into one ring: the picture of the product. */
const touchpoints = [
  { angle: 200, radius: 330, size: 7 },
  { angle: 232, radius: 290, size: 5 },
  { angle: 255, radius: 360, size: 9 },
  { angle: 283, radius: 300, size: 6 },
  { angle: 310, radius: 370, size: 8 },
  { angle: 338, radius: 295, size: 5 },
  { angle: 8, radius: 345, size: 7 },
  { angle: 40, radius: 300, size: 6 },
];

const centre = { x: 480, y: 400 };

function at(angle: number, radius: number): { x: number; y: number } {
  const radians = (angle * Math.PI) / 180;
  return { x: centre.x + radius * Math.cos(radians), y: centre.y + radius * Math.sin(radians) };
}

export function Ring({ className }: { readonly className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 960 1000"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      fill="none"
      stroke="#fff"
    >
      {[360, 290, 220].map((radius, index) => (
        <circle
          key={radius}
          cx={centre.x}
          cy={centre.y}
          r={radius}
          strokeOpacity={0.07 + index * 0.04}
        />
      ))}
      {touchpoints.map(({ angle, radius, size }) => {
        const from = at(angle, radius);
        const bend = at(angle + 22, radius * 0.6);
        const to = at(angle + 30, 150);
        return (
          <g key={angle}>
            <path
              d={`M${from.x} ${from.y} Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
              strokeOpacity="0.22"
            />
            <circle cx={from.x} cy={from.y} r={size} fill="#fff" fillOpacity="0.75" stroke="none" />
          </g>
        );
      })}
      <circle
        cx={centre.x}
        cy={centre.y}
        r="150"
        strokeWidth="14"
        strokeOpacity="0.9"
        strokeLinecap="round"
        strokeDasharray="720 222"
        transform={`rotate(-50 ${centre.x} ${centre.y})`}
      />
      <circle cx={centre.x} cy={centre.y} r="56" fill="#fff" fillOpacity="0.95" stroke="none" />
    </svg>
  );
}
